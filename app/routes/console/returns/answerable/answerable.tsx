import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { AnswerableForm } from '#app/domain/returns/answerable-form.ts'
import { sayAnswerable } from '#app/domain/returns/index.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { readForm } from '#app/platform/uploads.server.ts'
import { atCase } from '../case-context.server.ts'
import { casePath } from '../case-look.ts'
import { CasePage } from '../case-page.tsx'

export async function loader(args: LoaderFunctionArgs) {
  await atCase(args, 'return:answerable')
  return null
}

/** RX-5: cause, evidence and shares. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atCase(args, 'return:answerable')
  const { form, files } = await readForm(args.request)
  return submitForm(form, AnswerableForm, async (said) => {
    await sayAnswerable(ctx, number, said, files)
    return seeOther(`${casePath(number)}#answerability`)
  })
}

/** The section of the case page knows that this is its address. */
export default function Answerable() {
  return <CasePage />
}
