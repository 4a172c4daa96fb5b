import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { discardMail } from '#app/domain/inbox/decide-mail.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { mailPath } from './mail-look.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await staffContext(request, 'mail:review')
  return seeOther(mailPath(params.id ?? ''))
}

/** Puts a mail aside. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'mail:review')
  return submitForm(await request.formData(), z.object({}), async () => {
    await discardMail(ctx, params.id ?? '')
    return seeOther(mailPath())
  })
}
