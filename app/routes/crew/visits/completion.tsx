import type { ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { FinishVisitForm } from '#app/domain/work/finish-visit-form.ts'
import { finishVisit } from '#app/domain/work/index.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { CompletionForm, useAskedOutcome } from './completion-form.tsx'
import { useVisit } from './loaded-visit.ts'
import { atOwnVisit } from './visit-context.server.ts'
import { VisitPage } from './visit-page.tsx'

export async function action(args: ActionFunctionArgs) {
  const { ctx, id } = await atOwnVisit(args)
  return submitForm(await args.request.formData(), FinishVisitForm, async (form) => {
    await finishVisit(ctx, id, form)
    return seeOther(`/crew/visits/${id}`)
  })
}

/** Without a script finishing has a page of its own. */
export default function Completion() {
  const { stage } = useVisit()
  const reply = useActionData()
  const outcome = useAskedOutcome()
  if (stage !== 'working') return <VisitPage />
  return <CompletionForm outcome={outcome} reply={reply} />
}
