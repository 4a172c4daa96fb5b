import type { Translate } from '#app/i18n/keys.ts'
import type { refusedEntries } from '#app/domain/journal/index.server.ts'

type Refused = Awaited<ReturnType<typeof refusedEntries>>[number]

/** What somebody typed into it, without what only the form needs. */
const unseen = /^(shown|done|call|stage|about|extra|receipt|live|purpose|submissionKey)$/

export function refusedView(
  t: Translate,
  { id, kind, at, receivedAt, by, fields, refusal, values }: Refused,
) {
  return {
    ...{ id, kind, by },
    at: at.toISOString(),
    receivedAt: receivedAt.toISOString(),
    why: t(`refusals:${refusal ?? 'entryUnreadable'}` as 'refusals:notFound', values ?? {}),
    typed: Object.entries(fields).flatMap(([name, value]) =>
      unseen.test(name) ? [] : [value].flat().filter((text) => text !== ''),
    ),
  }
}
