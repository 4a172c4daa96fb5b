import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { DecideForm } from '#app/domain/returns/decide-form.ts'
import { decideCase } from '#app/domain/returns/index.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { atCase } from './case-context.server.ts'
import { casePath } from './case-look.ts'
import { CasePage } from './case-page.tsx'

export async function loader(args: LoaderFunctionArgs) {
  await atCase(args, 'return:decide')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atCase(args, 'return:decide')
  return submitForm(await args.request.formData(), DecideForm, async (form) => {
    await decideCase(ctx, number, form)
    return seeOther(casePath(number))
  })
}

/** RX-3: a case is decided, or decided again. */
export default function Decision() {
  return <CasePage deciding decided={useActionData<typeof action>()} />
}
