import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { giveBackAtCounter } from '#app/domain/custody/index.server.ts'
import { GiveBackForm } from '#app/domain/custody/give-back-form.ts'
import { type FormReply, seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { receiptPath } from './custody-look.ts'
import { ReceiptPage } from './receipt-page.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'custody:return')
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'custody:return')
  return submitForm(await request.formData(), GiveBackForm, async (form) => {
    await giveBackAtCounter(ctx, form)
    return seeOther(receiptPath(params.number!))
  })
}

export default function Return() {
  return <ReceiptPage reply={useActionData<FormReply>()} />
}
