import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { SettleClaimForm } from '#app/domain/claims/claim-form.ts'
import { settleClaim } from '#app/domain/claims/settle-claim.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { claimPath } from './claim-look.ts'
import { ClaimPage } from './claim-page.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'claim:manage')
  return null
}

/** What the supplier answered. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'claim:manage')
  const number = params.number ?? ''
  return submitForm(await request.formData(), SettleClaimForm, async (form) => {
    await settleClaim(ctx, number, form)
    return seeOther(claimPath(number))
  })
}

export default function ClaimSettlement() {
  return <ClaimPage />
}
