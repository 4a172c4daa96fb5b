import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { cancelTicket, CancelTicketForm } from '#app/domain/tickets/cancel-ticket.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { TextAreaDense } from '#app/ui/console/fields.tsx'
import { ChildPanel } from './child-panel.tsx'
import { ticketPath } from './use-ticket.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'ticket:resolve')
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:resolve')
  return submitForm(await request.formData(), CancelTicketForm, async (form) => {
    await cancelTicket(ctx, params.number!, form)
    return seeOther(ticketPath(params.number))
  })
}

/** The matter is given up; it can be reopened. */
export default function Cancellation() {
  const { t } = useWords()
  const f = useFormOf<'reason'>('cancellation', { reply: useActionData<typeof action>() })
  return (
    <ChildPanel
      bad
      title={t('tickets:cancellation.title')}
      submit={t('tickets:cancellation.submit')}
      formError={f.formError}
      {...f.form}
    >
      <TextAreaDense {...f.field('reason')} rows={2} label={t('tickets:cancellation.reason')} />
    </ChildPanel>
  )
}
