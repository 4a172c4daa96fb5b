import type { ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { retryMessage } from '#app/domain/messages/retry-message.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { FormError } from '#app/ui/console/fields.tsx'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'message-log:read')
  return submitForm(await request.formData(), z.object({}), async () => {
    await retryMessage(ctx, params.id!)
    return seeOther(`/console/admin/messages/${params.id}?queued`)
  })
}

/** Stands on the mail's page: why it wasn't put back into the queue. */
export default function Retry() {
  const f = useFormOf<never>('retry', { reply: useActionData<typeof action>() })
  return f.formError ? <FormError>{f.formError}</FormError> : null
}
