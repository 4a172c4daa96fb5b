import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { takeMailBack } from '#app/domain/inbox/decide-mail.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { mailPath } from './mail-look.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await staffContext(request, 'mail:review')
  return seeOther(mailPath(params.id ?? ''))
}

/** Takes a mail that was put aside out again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'mail:review')
  return submitForm(await request.formData(), z.object({}), async () => {
    await takeMailBack(ctx, params.id ?? '')
    return seeOther(mailPath(params.id ?? ''))
  })
}
