import type { ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { entryKinds } from '#db/vocabulary/work.ts'
import { entryForms } from '#app/domain/journal/entry-forms.ts'
import { entryFormat } from '#app/domain/journal/entry-format.ts'
import { takeEntry } from '#app/domain/journal/index.server.ts'
import { refused } from '#app/platform/errors.ts'
import { submissionKey } from '#app/platform/fields.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { readForm } from '#app/platform/uploads.server.ts'
import { atOwnVisit } from './visit-context.server.ts'
import { VisitPage } from './visit-page.tsx'

/** A form of the visit's page sent as it is, without a script: done and sent at once. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, id } = await atOwnVisit(args)
  const { form, files } = await readForm(args.request)
  const kind = entryKinds.find((one) => one === form.get('_kind'))
  const key = submissionKey.safeParse(form.get('submissionKey'))
  if (!kind || !key.success) throw new Response(null, { status: 400 })
  return submitForm(form, entryForms[kind], async () => {
    const envelope = { _key: key.data, _kind: kind, _visit: id, _format: entryFormat }
    const when = { _at: ctx.now(), _sentAt: ctx.now(), _device: 'form', _by: ctx.actor.id }
    const answer = await takeEntry(ctx, { ...envelope, ...when }, form, files)
    if (answer.outcome === 'refused') {
      const { refusal, values } = answer.refusal
      throw refused(refusal as Parameters<typeof refused>[0], values)
    }
    return seeOther(`/crew/visits/${id}`)
  })
}

export default function Entries() {
  return <VisitPage reply={useActionData()} />
}
