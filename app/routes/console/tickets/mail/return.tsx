import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { takeMailBack } from '#app/domain/inbox/decide-mail.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { FormError } from '#app/ui/console/fields.tsx'
import { mailPath } from './mail-look.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'mail:review')
  return null
}

/** Takes a mail that was put aside out again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'mail:review')
  return submitForm(await request.formData(), z.object({}), async () => {
    await takeMailBack(ctx, params.id ?? '')
    return seeOther(mailPath(params.id ?? ''))
  })
}

/** Why it was not done. */
export default function Refused() {
  const f = useFormOf<never>('return', { reply: useActionData<typeof action>() })
  return f.formError ? <FormError>{f.formError}</FormError> : null
}
