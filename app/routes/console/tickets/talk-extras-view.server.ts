import type { TalkExtras } from '#app/domain/tickets/talk-extras.server.ts'

interface Said {
  kind: string
  key: string
  at: string
}

export interface TalkFile {
  id: string
  name: string
  picture: boolean
}

/**
 * The entries of a conversation with what belongs to them: their files, the mail they came by, until when their own mail
 * waits. What waits and stands nowhere in it comes last.
 */
export function withExtras<E extends Said>(
  entries: E[],
  { files, mails, held }: TalkExtras,
  {
    number,
    mayReview,
  }: { /** Null where nothing may be sent at once. */ number: string | null; mayReview: boolean },
) {
  const filesBy = new Map<string, TalkFile[]>()
  for (const { id, messageId, noteId, name, contentType } of files) {
    const key = messageId === null ? `n${noteId}` : `m${messageId}`
    const picture = contentType !== 'application/pdf'
    filesBy.set(key, [...(filesBy.get(key) ?? []), { id, name, picture }])
  }
  const mailBy = new Map(mails.map(({ id, messageId }) => [`m${messageId}`, id]))
  const heldBy = new Map(held.map((one) => [one.id, one]))
  const shown = entries.map((entry) => {
    const sentBy = 'mailId' in entry && typeof entry.mailId === 'string' ? entry.mailId : null
    const waiting = sentBy === null ? undefined : heldBy.get(sentBy)
    if (waiting) heldBy.delete(waiting.id)
    const inbound = mailBy.get(entry.key) ?? null
    return {
      ...entry,
      files: filesBy.get(entry.key) ?? [],
      byMail: inbound !== null,
      inboundId: mayReview ? inbound : null,
      held: waiting ? { until: waiting.until, id: waiting.id, number } : null,
    }
  })
  const waiting = [...heldBy.values()].map((one) => ({
    kind: 'held' as const,
    key: `h${one.id}`,
    at: one.createdAt.toISOString(),
    template: one.template,
    who: null,
    from: null,
    held: { until: one.until, id: one.id, number },
  }))
  return [...shown, ...waiting]
}
