import { isRouteErrorResponse } from '@remix-run/react'
import type { FormReply } from '#app/platform/http.server.ts'
import { unreached } from '#app/unreached.ts'

/**
 * Sends a form to the server. Should the answer not come, the page stays as it is, with everything typed, and may
 * say so; nothing is loaded anew.
 */
export async function sendOrSay(serverAction: () => Promise<unknown>): Promise<unknown> {
  try {
    return await serverAction()
  } catch (error) {
    if (error instanceof Response) throw error
    if (isRouteErrorResponse(error) && error.status < 500) throw error
    return Response.json({ failed: true }, { status: unreached })
  }
}

/** What a form that was sent without a script was answered with. */
export const replyOf = (reply: unknown): FormReply | null =>
  typeof reply === 'object' && reply !== null && 'lastResult' in reply ? (reply as FormReply) : null
