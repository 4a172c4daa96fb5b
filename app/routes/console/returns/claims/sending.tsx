import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { SendClaimForm } from '#app/domain/claims/claim-form.ts'
import { sendClaim } from '#app/domain/claims/send-claim.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { claimPath } from './claim-look.ts'
import { ClaimPage } from './claim-page.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'claim:manage')
  return null
}

/** A claim went to the supplier. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'claim:manage')
  const number = params.number ?? ''
  return submitForm(await request.formData(), SendClaimForm, async (form) => {
    await sendClaim(ctx, number, form)
    return seeOther(claimPath(number))
  })
}

export default function ClaimSending() {
  return <ClaimPage />
}
