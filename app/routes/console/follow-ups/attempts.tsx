import type { ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { AttemptForm } from '#app/domain/follow-ups/attempt-form.ts'
import { readFollowUpId } from '#app/domain/follow-ups/find-follow-up.server.ts'
import { nextFollowUp } from '#app/domain/follow-ups/list-follow-ups.server.ts'
import { recordAttempt } from '#app/domain/follow-ups/record-attempt.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { FormError } from '#app/ui/console/fields.tsx'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'follow-up:call')
  const id = readFollowUpId(params.id)
  return submitForm(await request.formData(), AttemptForm, async (form) => {
    await recordAttempt(ctx, id, form)
    const next = await nextFollowUp(ctx, id)
    return seeOther(next ? `/console/follow-ups/${next}` : '/console/follow-ups')
  })
}

/** Stands on the calling screen: why the attempt wasn't kept. */
export default function Attempts() {
  const f = useFormOf<'day' | 'time'>('attempt', { reply: useActionData<typeof action>() })
  const error = f.formError ?? f.field('day').error ?? f.field('time').error
  return error ? (
    <div className="sec">
      <FormError>{error}</FormError>
    </div>
  ) : null
}
