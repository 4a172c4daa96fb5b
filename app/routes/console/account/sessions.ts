import type { ActionFunctionArgs } from '@remix-run/node'
import { signOutEverywhere } from '#app/domain/accounts/sign-out.server.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { noSessionCookie } from '#app/platform/session.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { leftPath } from './left.ts'

/** Signs out everywhere, here too. */
export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request)
  await signOutEverywhere(ctx)
  return seeOther(leftPath(ctx.actor), { 'Set-Cookie': await noSessionCookie() })
}
