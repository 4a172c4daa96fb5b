import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { writeMessage, WriteMessageForm } from '#app/domain/tickets/write-message.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf, useSubmissionKey } from '#app/routes/form.ts'
import { TextAreaDense } from '#app/ui/console/fields.tsx'
import { ChildPanel } from './child-panel.tsx'
import { ticketPath, useTicket } from './use-ticket.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'ticket:message')
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:message')
  return submitForm(await request.formData(), WriteMessageForm, async (form) => {
    await writeMessage(ctx, params.number!, form)
    return seeOther(ticketPath(params.number))
  })
}

/** What the composer sends, as a page of its own where no script runs. */
export default function Messages() {
  const ticket = useTicket()
  const { t } = useWords()
  const f = useFormOf<'body'>('message', { reply: useActionData<typeof action>() })
  const submissionKey = useSubmissionKey(ticket.submissionKey, 'messages')
  return (
    <ChildPanel
      title={t('tickets:message.title')}
      submit={t('tickets:composer.messageSend', { name: ticket.name })}
      formError={f.formError}
      {...f.form}
    >
      <input type="hidden" name="submissionKey" value={submissionKey} />
      <TextAreaDense {...f.field('body')} rows={4} label={t('tickets:message.body')} />
    </ChildPanel>
  )
}
