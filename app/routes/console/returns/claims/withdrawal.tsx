import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { WithdrawClaimForm } from '#app/domain/claims/claim-form.ts'
import { withdrawClaim } from '#app/domain/claims/withdraw-claim.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { claimPath } from './claim-look.ts'
import { ClaimPage } from './claim-page.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'claim:manage')
  return null
}

/** A claim that isn’t made after all. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'claim:manage')
  const number = params.number ?? ''
  return submitForm(await request.formData(), WithdrawClaimForm, async (form) => {
    await withdrawClaim(ctx, number, form)
    return seeOther(claimPath(number))
  })
}

export default function ClaimWithdrawal() {
  return <ClaimPage />
}
