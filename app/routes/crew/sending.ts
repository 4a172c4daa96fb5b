import { isRouteErrorResponse } from '@remix-run/react'
import type { FormReply } from '#app/platform/http.server.ts'
import { unreached } from '#app/unreached.ts'

/** What a crew's form may be answered with when it isn't taken away to another page. */
export type CrewReply = FormReply | { failed: true } | { saved: true }

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

export const hasFailed = (reply: unknown): reply is { failed: true } =>
  typeof reply === 'object' && reply !== null && 'failed' in reply

export const replyOf = (reply: unknown): FormReply | null =>
  typeof reply === 'object' && reply !== null && 'lastResult' in reply ? (reply as FormReply) : null

/** A key for one thing that is sent, so that sending it again counts once. */
export function newSubmissionKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
