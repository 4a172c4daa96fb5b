import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { reopenTicket, ReopenTicketForm } from '#app/domain/tickets/reopen-ticket.server.ts'
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
  return submitForm(await request.formData(), ReopenTicketForm, async (form) => {
    await reopenTicket(ctx, params.number!, form)
    return seeOther(ticketPath(params.number))
  })
}

/** An ended matter is taken up again. */
export default function Reopening() {
  const { t } = useWords()
  const f = useFormOf<'reason'>('reopening', { reply: useActionData<typeof action>() })
  return (
    <ChildPanel
      title={t('tickets:reopening.title')}
      submit={t('tickets:reopening.submit')}
      formError={f.formError}
      {...f.form}
    >
      <TextAreaDense {...f.field('reason')} rows={2} label={t('tickets:reopening.reason')} />
    </ChildPanel>
  )
}
