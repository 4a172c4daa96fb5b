import type { ActionFunctionArgs } from '@remix-run/node'
import { useActionData, useOutletContext } from '@remix-run/react'
import { AttemptForm } from '#app/domain/follow-ups/attempt-form.ts'
import { readFollowUpId } from '#app/domain/follow-ups/find-follow-up.server.ts'
import { nextFollowUp, readKind } from '#app/domain/follow-ups/list-follow-ups.server.ts'
import { recordAttempt } from '#app/domain/follow-ups/record-attempt.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { FormError } from '#app/ui/console/fields.tsx'
import { CallBack } from './attempt-forms.tsx'
import { afterCall } from './call-paths.ts'
import type { CallView } from './call-view.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'follow-up:call')
  const id = readFollowUpId(params.id)
  const kind = readKind(new URL(request.url).searchParams.get('kind'))
  return submitForm(await request.formData(), AttemptForm, async (form) => {
    await recordAttempt(ctx, id, form)
    return seeOther(afterCall(await nextFollowUp(ctx, id, kind), kind, id))
  })
}

/** Stands where the form for another time is: why the attempt wasn't kept. */
export default function Attempts() {
  const call = useOutletContext<CallView>()
  const reply = useActionData<typeof action>()
  const { formError } = useFormOf<'attempt'>('attempt', { reply })
  const asked = reply?.lastResult.initialValue?.outcome === 'call_back'
  const said = formError && <FormError>{formError}</FormError>
  if (call.status !== 'due') return said ? <div className="sec">{said}</div> : null
  if (asked) return <CallBack call={call} reply={reply} />
  return (
    <>
      <CallBack call={call} />
      {said}
    </>
  )
}
