import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { takeFiles } from '#app/domain/tickets/attach-files.server.ts'
import { writeNote, WriteNoteForm } from '#app/domain/tickets/write-note.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { readForm } from '#app/platform/uploads.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf, useSubmissionKey } from '#app/routes/form.ts'
import { TextAreaDense } from '#app/ui/console/fields.tsx'
import { ChildPanel } from './child-panel.tsx'
import { FilesField } from './files-field.tsx'
import { atTicket } from './ticket-context.server.ts'
import { ticketPath, useTicket } from './use-ticket.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'ticket:note')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atTicket(args, 'ticket:note')
  const { form, files } = await readForm(args.request)
  return submitForm(form, WriteNoteForm, async (note) => {
    await writeNote(ctx, number, note, await takeFiles(files))
    return seeOther(ticketPath(number))
  })
}

/** What the composer sends, as a page of its own where no script runs. */
export default function Notes() {
  const ticket = useTicket()
  const { t } = useWords()
  const f = useFormOf<'body'>('note', { reply: useActionData<typeof action>() })
  const submissionKey = useSubmissionKey(ticket.submissionKey, 'notes')
  return (
    <ChildPanel
      title={t('tickets:note.title')}
      submit={t('tickets:composer.noteSend')}
      formError={f.formError}
      encType="multipart/form-data"
      {...f.form}
    >
      <input type="hidden" name="submissionKey" value={submissionKey} />
      <TextAreaDense {...f.field('body')} rows={4} label={t('tickets:note.body')} />
      <FilesField id="note-files" />
    </ChildPanel>
  )
}
