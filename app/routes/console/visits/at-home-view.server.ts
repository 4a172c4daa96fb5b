import type { readVisit } from '#app/domain/work/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { may } from '#app/platform/permissions.ts'

/** What was found, agreed, taken and brought back at the home, as plain facts for the page. */
export function atHomeView(
  { visit, pauses, damages, extras, receipts, photos }: Awaited<ReturnType<typeof readVisit>>,
  actor: StaffActor,
) {
  const about = (key: string, stage: 'damage' | 'consent') =>
    photos.filter((file) => file.about === key && file.stage === stage).map(({ id }) => id)
  const accepted = extras.filter(({ decision }) => decision === 'accepted')
  return {
    outcome: visit.outcome,
    notCollectedBecause: visit.notCollectedBecause,
    pauses: pauses.map(({ reason, note, pausedAt, resumedAt, by }) => ({
      reason,
      note,
      at: pausedAt.toISOString(),
      until: resumedAt?.toISOString() ?? null,
      by,
    })),
    damages: damages.map(({ key, what, at, by, acknowledgedBy, acknowledgedAt }) => ({
      key,
      what,
      at: at.toISOString(),
      by,
      acknowledged:
        acknowledgedBy !== null && acknowledgedAt !== null
          ? { by: acknowledgedBy, at: acknowledgedAt.toISOString() }
          : null,
      photos: about(key, 'damage'),
      consent: about(key, 'consent')[0] ?? null,
    })),
    extras: extras.map(({ key, what, minutes, price, currency, proposedBy, ...said }) => ({
      key,
      what,
      minutes,
      price,
      currency,
      proposedBy,
      decision: said.decision,
      decidedBy: said.decidedBy,
      decidedAt: said.decidedAt?.toISOString() ?? null,
      viaLink: said.via === 'link',
      consent: about(key, 'consent')[0] ?? null,
    })),
    extrasAccepted: {
      count: accepted.length,
      minutes: accepted.reduce((sum, { minutes }) => sum + minutes, 0),
      price: accepted.reduce((sum, { price }) => sum + price, 0),
      currency: accepted[0]?.currency ?? 'CNY',
    },
    custody: receipts
      .filter(
        (receipt) =>
          receipt.visitId === visit.id ||
          receipt.returnVisitId === visit.id ||
          (receipt.purpose === 'repair' && receipt.returnedAt === null),
      )
      .map(({ number, item, purpose, backOn, takenAt, handedBy, ...receipt }) => ({
        number,
        item,
        purpose,
        backOn,
        taken: receipt.visitId === visit.id ? { at: takenAt.toISOString(), by: handedBy } : null,
        returned:
          receipt.returnVisitId === visit.id && receipt.returnedAt !== null
            ? { at: receipt.returnedAt.toISOString(), by: receipt.receivedBy ?? '' }
            : null,
        away: purpose === 'repair' && receipt.returnedAt === null,
      })),
    mayReadCustody: may(actor, 'custody:read'),
  }
}
