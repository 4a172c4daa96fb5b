import type { ActionFunctionArgs } from '@remix-run/node'
import { signOut } from '#app/domain/accounts/sign-out.server.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { endSession, noSessionCookie, signedIn } from '#app/platform/session.server.ts'
import { publicContext } from '#app/routes/context.server.ts'
import { leftPath } from './left.ts'

/** Looking at the address ends nothing. */
export const loader = () => seeOther('/console')

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await publicContext(request)
  const session = await signedIn(ctx, request)
  if (session) {
    await endSession(session.sessionId)
    await signOut({ ...ctx, actor: session.actor })
  }
  return seeOther(session ? leftPath(session.actor) : '/sign-in', {
    'Set-Cookie': await noSessionCookie(),
  })
}
