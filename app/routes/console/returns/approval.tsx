import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { AnswerDecisionForm } from '#app/domain/returns/approve-form.ts'
import { answerDecision } from '#app/domain/returns/index.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { atCase } from './case-context.server.ts'
import { casePath } from './case-look.ts'
import { CasePage } from './case-page.tsx'

export async function loader(args: LoaderFunctionArgs) {
  await atCase(args, 'return:approve')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atCase(args, 'return:approve')
  return submitForm(await args.request.formData(), AnswerDecisionForm, async (form) => {
    await answerDecision(ctx, number, form)
    return seeOther(casePath(number))
  })
}

/** RX-2: a decision that waits is signed or sent back. */
export default function Approval() {
  return <CasePage approved={useActionData<typeof action>()} />
}
