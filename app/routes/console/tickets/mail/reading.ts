import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readMailAgain } from '#app/domain/inbox/decide-mail.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { mailPath } from './mail-look.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await staffContext(request, 'mail:review')
  return seeOther(mailPath(params.id ?? ''))
}

/** Has a mail read again that could not be read. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'mail:review')
  return submitForm(await request.formData(), z.object({}), async () => {
    await readMailAgain(ctx, params.id ?? '')
    return seeOther(mailPath(params.id ?? ''))
  })
}
