import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { ResumeTicketForm, resumeTicket } from '#app/domain/tickets/resume-ticket.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { ChildPanel } from './child-panel.tsx'
import { ticketPath } from './use-ticket.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'ticket:triage')
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:triage')
  return submitForm(await request.formData(), ResumeTicketForm, async (form) => {
    await resumeTicket(ctx, params.number!, form)
    return seeOther(ticketPath(params.number))
  })
}

/** A paused matter is taken up again. */
export default function Resumption() {
  const { t } = useWords()
  const f = useFormOf('resumption', { reply: useActionData<typeof action>() })
  return (
    <ChildPanel
      title={t('tickets:resume.title')}
      lede={t('tickets:resume.lede')}
      submit={t('tickets:resume.submit')}
      formError={f.formError}
      {...f.form}
    />
  )
}
