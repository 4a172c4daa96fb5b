import type { FormReply } from '#app/platform/http.server.ts'

/** What a form that was sent without a script was answered with. */
export const replyOf = (reply: unknown): FormReply | null =>
  typeof reply === 'object' && reply !== null && 'lastResult' in reply ? (reply as FormReply) : null
