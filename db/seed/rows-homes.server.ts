import { custodyReceipts } from '#db/schema/custody.ts'
import {
  visitDamages,
  visitDelays,
  visitEntries,
  visitExtras,
  visitPauses,
} from '#db/schema/work.ts'
import type { Db } from '#db/client.server.ts'
import type { VisitDraft } from './draft.ts'
import { noHome } from './at-home.server.ts'
import { insertAll, takeIds, withIds } from './insert.server.ts'

/** As the database makes it of the key. */
export const receiptNumber = (id: number) => `C${1_000_000 + id}`

/** Gives the receipts their keys in the order in which they were written, and whatever speaks of them their numbers. */
export async function numberReceipts(db: Db, outings: readonly VisitDraft[]): Promise<void> {
  const receipts = outings.flatMap(({ home }) => home?.taken ?? [])
  receipts.sort((a, b) => a.row.takenAt.getTime() - b.row.takenAt.getTime())
  const ids = await takeIds(db, custodyReceipts, receipts.length)
  receipts.forEach((receipt, i) => {
    receipt.id = ids[i]!
    for (const tell of receipt.named) tell(receiptNumber(receipt.id))
  })
}

export async function insertHomes(db: Db, outings: readonly VisitDraft[]): Promise<void> {
  const homes = outings.flatMap(({ id, home }) => (home ? [{ visitId: id!, home }] : []))
  const rows = <K extends 'delays' | 'pauses' | 'damages' | 'extras' | 'refused'>(kind: K) =>
    homes.flatMap(({ visitId, home }) => home[kind].map((row) => ({ ...row, visitId }))) as {
      [Each in K]: { visitId: number } & (typeof homes)[number]['home'][Each][number]
    }[K][]
  await insertAll(db, visitDelays, await withIds(db, visitDelays, rows('delays')))
  await insertAll(db, visitPauses, await withIds(db, visitPauses, rows('pauses')))
  await insertAll(db, visitDamages, await withIds(db, visitDamages, rows('damages')))
  await insertAll(db, visitExtras, await withIds(db, visitExtras, rows('extras')))
  await insertAll(db, visitEntries, await withIds(db, visitEntries, rows('refused')))
  const receipts = homes
    .flatMap(({ home }) => home.taken)
    .sort((a, b) => a.id! - b.id!)
    .map(({ id, visit, returnVisit, row }) => ({
      ...row,
      id: id!,
      visitId: visit.id!,
      ticketId: visit.ticket.id!,
      returnVisitId: returnVisit?.id ?? null,
    }))
  await insertAll(db, custodyReceipts, receipts)
}

/** What a signed record says of them, as the product writes it (VS-3). */
export function homeContent(visit: VisitDraft, by: string): object {
  const { delays, pauses, damages, extras, taken, returned } = visit.home ?? noHome()
  return {
    delays: delays.map((delay) => ({ ...delay, by })),
    pauses: pauses.map((pause) => ({ ...pause, by })),
    damages: damages.map((damage) => ({ ...damage, by })),
    extras: extras.map((extra) => ({ currency: 'CNY', ...extra, proposedBy: by })),
    taken: taken.map(({ id, row }) => {
      const { key, purpose, item, condition, reason, backOn, takenAt, handedBy } = row
      return {
        ...{ key, number: receiptNumber(id!), purpose, item, condition, reason },
        ...{ backOn, takenAt, handedBy },
      }
    }),
    returned: returned.map(({ id, row }) => {
      const { item, returnedAt, receivedBy, reclaimed } = row
      const number = receiptNumber(id!)
      return { number, item, returnedAt, receivedBy, reclaimed, notReclaimedBecause: null }
    }),
  }
}
