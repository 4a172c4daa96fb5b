import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { AnswerAnswerableForm } from '#app/domain/returns/answerable-form.ts'
import { answerAnswerable } from '#app/domain/returns/index.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { atCase } from '../case-context.server.ts'
import { casePath } from '../case-look.ts'
import { CasePage } from '../case-page.tsx'

export async function loader(args: LoaderFunctionArgs) {
  await atCase(args, 'return:approve')
  return null
}

/** RX-5: a change of cause and shares is let stand or refused. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atCase(args, 'return:approve')
  return submitForm(await args.request.formData(), AnswerAnswerableForm, async (form) => {
    await answerAnswerable(ctx, number, form)
    return seeOther(`${casePath(number)}#answerability`)
  })
}

export default function AnswerableApproval() {
  return <CasePage />
}
