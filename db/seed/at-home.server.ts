import { createHash } from 'node:crypto'
import type { custodyReceipts } from '#db/schema/custody.ts'
import type {
  visitDamages,
  visitDelays,
  visitEntries,
  visitExtras,
  visitPauses,
} from '#db/schema/work.ts'
import type { NoShowSide } from '#db/vocabulary/work.ts'
import { type ConsentName, consentFile } from '#app/domain/visits/index.server.ts'
import { roughly } from '#app/domain/visits/delays.server.ts'
import { addMinutes } from '#app/platform/time.server.ts'
import { happen, type Unlinked, type VisitDraft } from './draft.ts'
import { pictureOf, signatureNumbered } from './pictures.server.ts'
import type { Telling } from './telling.ts'
import type { AwayItem } from './texts/at-homes.ts'
import type { Scene } from './texts/matters.ts'
import { leaderOf, moment } from './visits.server.ts'

/** An item that left a home; its number is known once it has a key. */
export interface ReceiptDraft {
  id?: number
  visit: VisitDraft
  returnVisit?: VisitDraft
  row: Unlinked<Omit<typeof custodyReceipts.$inferInsert, 'id' | 'returnVisitId'>>
  /** What speaks of it by its number. */
  named: ((number: string) => void)[]
}

/** What happened at a home beside the work itself, before it has a key. */
export interface HomeDraft {
  delays: Unlinked<typeof visitDelays.$inferInsert>[]
  pauses: Unlinked<typeof visitPauses.$inferInsert>[]
  damages: Unlinked<typeof visitDamages.$inferInsert>[]
  extras: Unlinked<typeof visitExtras.$inferInsert>[]
  taken: ReceiptDraft[]
  returned: ReceiptDraft[]
  refused: Unlinked<typeof visitEntries.$inferInsert>[]
}

export const noHome = (): HomeDraft => ({
  ...{ delays: [], pauses: [], damages: [], extras: [] },
  ...{ taken: [], returned: [], refused: [] },
})

const homeOf = (visit: VisitDraft): HomeDraft => (visit.home ??= noHome())

/** The key a phone would have made; the same for everybody who tells the same. */
const keyFor = (what: string, { ticket }: VisitDraft, at: Date) =>
  createHash('sha256')
    .update([what, ticket.row.phone, moment(ticket.row.createdAt), moment(at)].join())
    .digest('hex')
    .slice(0, 32)

/** DS-4 */
export function tellLate(
  telling: Telling,
  visit: VisitDraft,
  at: Date,
  said: { reason: 'visit_before' | 'traffic'; note: string; expected: Date },
): void {
  const { reason, note } = said
  const by = leaderOf(telling, visit)
  const expectedAt = roughly(said.expected)
  homeOf(visit).delays.push({ reason, note, expectedAt, toldAt: at, by: by.id })
  const data = { reason, note, expectedAt: moment(expectedAt), told: true }
  happen(visit.ticket, 'late_told', at, by, { visit, data })
}

/** VS-2; it still rests when nothing is said of how long. */
export function rest(
  telling: Telling,
  visit: VisitDraft,
  at: Date,
  said: { reason: 'parts' | 'customer' | 'site'; note: string; minutes?: number },
): void {
  const { reason, note, minutes } = said
  const by = leaderOf(telling, visit)
  const resumedAt = minutes === undefined ? null : addMinutes(at, minutes)
  homeOf(visit).pauses.push({ reason, note, pausedAt: at, resumedAt, by: by.id })
  happen(visit.ticket, 'work_paused', at, by, { visit, data: { reason, note } })
  if (resumedAt) happen(visit.ticket, 'work_resumed', resumedAt, by, { visit })
}

/** VS-1: seen and signed for by whoever is at home. */
export function noteDamage(
  telling: Telling,
  visit: VisitDraft,
  at: Date,
  { what, scene }: { what: string; scene: Scene },
): void {
  const by = leaderOf(telling, visit)
  const key = keyFor('damage', visit, at)
  homeOf(visit).damages.push({
    ...{ key, what, at, by: by.id },
    ...{ acknowledgedBy: visit.ticket.row.name, acknowledgedAt: at },
  })
  happen(visit.ticket, 'damage_noted', at, by, { visit, data: { what } })
  photograph(telling, visit, { at, stage: 'damage', scene, about: key })
  consent(telling, visit, { at, name: 'damage', about: key })
}

/** VS-7; nobody has said anything to it yet without a decision. */
export function proposeExtra(
  telling: Telling,
  visit: VisitDraft,
  at: Date,
  extra: { what: string; minutes: number; price: number },
  said?: { decision: 'accepted' | 'declined'; via: 'phone' | 'link' },
): void {
  const { ticket } = visit
  const by = leaderOf(telling, visit)
  const key = keyFor('extra', visit, at)
  const proposal = { key, ...extra, proposedAt: at, proposedBy: by.id }
  happen(ticket, 'extra_proposed', at, by, { visit, data: { ...extra } })
  if (!said) {
    homeOf(visit).extras.push(proposal)
    return
  }
  const decidedAt = addMinutes(at, 3)
  const decidedBy = ticket.row.name
  homeOf(visit).extras.push({ ...proposal, ...said, decidedAt, decidedBy })
  happen(ticket, 'extra_decided', decidedAt, said.via === 'link' ? 'customer' : by, {
    visit,
    data: { ...extra, decision: said.decision, by: decidedBy },
  })
  if (said.via === 'phone') consent(telling, visit, { at: decidedAt, name: 'extra', about: key })
}

/** VS-4, VS-5: leaves the home against a receipt, for good unless it is to be mended. */
export function takeAway(
  telling: Telling,
  visit: VisitDraft,
  at: Date,
  taken: Omit<AwayItem, 'done'> & { backOn: string | null; scene?: Scene },
): ReceiptDraft {
  const { item, condition, reason, backOn, scene } = taken
  const by = leaderOf(telling, visit)
  const purpose = backOn === null ? ('exchange' as const) : ('repair' as const)
  const key = keyFor('receipt', visit, at)
  const data: Record<string, unknown> = { purpose, item, backOn }
  const receipt: ReceiptDraft = {
    visit,
    row: {
      ...{ key, purpose, item, condition, reason, backOn },
      ...{ takenAt: at, takenBy: by.id, handedBy: visit.ticket.row.name },
    },
    named: [(number) => (data.number = number)],
  }
  homeOf(visit).taken.push(receipt)
  happen(visit.ticket, 'item_taken', at, by, { visit, data })
  if (scene) photograph(telling, visit, { at, stage: 'custody', scene, about: key })
  consent(telling, visit, { at, name: 'taken', about: key })
  return receipt
}

/** VS-4: back at its home, and the paper reclaimed. */
export function giveBack(
  telling: Telling,
  visit: VisitDraft,
  at: Date,
  receipt: ReceiptDraft,
): void {
  const by = leaderOf(telling, visit)
  Object.assign(receipt, { returnVisit: visit })
  Object.assign(receipt.row, {
    ...{ returnedAt: at, returnedBy: by.id, receivedBy: visit.ticket.row.name },
    reclaimed: true,
  })
  homeOf(visit).returned.push(receipt)
  const data: Record<string, unknown> = { item: receipt.row.item, reclaimed: true }
  receipt.named.push((number) => (data.number = number))
  happen(visit.ticket, 'item_returned', at, by, { visit, data })
  consent(telling, visit, { at, name: 'returned', about: receipt.row.key })
}

/** DS-4: it came to nothing for one side wasn't there; the matter is the desk's again. */
export function failToCome(
  telling: Telling,
  visit: VisitDraft,
  at: Date,
  side: NoShowSide,
  reason: string,
): void {
  const by = side === 'crew' ? telling.team.dispatcher : leaderOf(telling, visit)
  Object.assign(visit.row, {
    ...{ status: 'cancelled', cancelledAt: at },
    ...{ cancelReason: reason, noShow: side },
  })
  const data = { note: reason }
  happen(visit.ticket, `${side}_no_show`, at, by, { visit, to: 'triaged', data })
}

/** VS-6: recorded where there is no network, and no longer to be taken when it came. */
export function sendTooLate(
  { team }: Telling,
  visit: VisitDraft,
  at: Date,
  sent: {
    kind: 'photo' | 'damage'
    fields: Record<string, string>
    refusal: 'visitCancelled' | 'visitFinished'
    /** Minutes it lay on the phone. */
    after: number
  },
): void {
  const { kind, fields, refusal, after } = sent
  const key = keyFor(kind, visit, at)
  homeOf(visit).refused.push({
    ...{ key, kind, fields, at, receivedAt: addMinutes(at, after) },
    ...{ format: 1, device: `demo-phone-${key.slice(0, 8)}` },
    ...{ outcome: 'refused', refusal, refusalValues: {} },
    by: team.crews[visit.crew!.place]!.at(-1)!.id,
  })
}

function photograph(
  telling: Telling,
  visit: VisitDraft,
  shot: { at: Date; stage: 'damage' | 'custody'; scene: Scene; about: string },
): void {
  const { at, stage, scene, about } = shot
  visit.ticket.pictures.push({
    ...{ stage, about, visit, at, by: leaderOf(telling, visit) },
    ...{ picture: pictureOf(scene, 'close'), name: `${stage}.jpg` },
  })
}

/** What was drawn on the crew's phone. */
function consent(
  telling: Telling,
  visit: VisitDraft,
  signed: { at: Date; name: ConsentName; about: string },
): void {
  const { at, name, about } = signed
  visit.ticket.pictures.push({
    ...{ stage: 'consent', about, visit, at, by: leaderOf(telling, visit) },
    ...{ picture: signatureNumbered(parseInt(about.slice(0, 4), 16)), name: consentFile[name] },
  })
}
