import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { CloseTicketForm, closeTicket } from '#app/domain/tickets/close-ticket.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { ChildPanel } from './child-panel.tsx'
import { ticketPath } from './use-ticket.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'ticket:resolve')
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:resolve')
  return submitForm(await request.formData(), CloseTicketForm, async (form) => {
    await closeTicket(ctx, params.number!, form)
    return seeOther(ticketPath(params.number))
  })
}

/** A resolved matter is filed away. */
export default function Closure() {
  const { t } = useWords()
  const f = useFormOf('closure', { reply: useActionData<typeof action>() })
  return (
    <ChildPanel
      title={t('tickets:closure.title')}
      lede={t('tickets:closure.lede')}
      submit={t('tickets:closure.submit')}
      formError={f.formError}
      {...f.form}
    />
  )
}
