import type { visitOfCrew } from '#app/domain/work/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Settings } from '#app/platform/settings.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { calledView, callView } from '../call-ahead-view.server.ts'
import { stageOf } from '../stage.ts'
import type { CrewVisit, Receipt } from './crew-visit.ts'

type Read = Awaited<ReturnType<typeof visitOfCrew>>

const iso = (at: Date | null) => at?.toISOString() ?? null

const photoStages = ['before', 'after', 'damage', 'custody'] as const

/** A visit as plain facts for its crew's phone, in the reader's language where the business has two names. */
export function crewVisitView(
  { visit, ticket, record, ...rest }: Read,
  { locale, now, settings }: Pick<Ctx, 'locale' | 'now'> & { settings: Settings },
): CrewVisit {
  const { delay } = rest
  return {
    id: visit.id,
    stage: stageOf({ ...visit, signed: record !== null }),
    skill: visit.skill,
    start: visit.windowStart.toISOString(),
    end: visit.windowEnd.toISOString(),
    planned: iso(visit.plannedStart),
    name: ticket.name,
    phone: ticket.phone,
    hasEmail: Boolean(ticket.email),
    address: ticket.address,
    product: ticket.product,
    description: ticket.description,
    work: visit.work,
    workDone: visit.workDone,
    noShow: visit.noShow === 'customer' ? iso(visit.cancelledAt) : null,
    outcome: visit.outcome,
    times: [visit.setOutAt, visit.arrivedAt, visit.startedAt, visit.finishedAt].map(iso),
    checks: rest.checks.map(({ textZh, textEn, ...item }) => ({
      ...item,
      text: locale === 'en' ? textEn : textZh,
    })),
    reported: rest.reported.map(({ id }) => id),
    photos: rest.photos.flatMap(({ id, stage, about }) => {
      const shown = photoStages.find((one) => one === stage)
      return shown ? [{ id, stage: shown, about }] : []
    }),
    signed: record && {
      name: record.signerName,
      at: record.signedAt.toISOString(),
      drawing: rest.photos.find((file) => file.stage === 'signature')?.id ?? null,
    },
    corrections: rest.corrections.map(({ text, by, at }) => ({ text, by: by.name, at })),
    hotline: settings.company.hotline,
    call: callView(visit, { calls: rest.calls, now: now(), settings }),
    called: calledView(visit, now()),
    calls: rest.calls,
    position: rest.position,
    stops: rest.stops,
    exchange: rest.collects && visit.skill === 'delivery',
    notCollectedBecause: visit.notCollectedBecause,
    delay: delay
      ? {
          reason: delay.reason,
          note: delay.note,
          expectedAt: delay.expectedAt.toISOString(),
          at: delay.toldAt.toISOString(),
        }
      : null,
    pauses: rest.pauses.map(({ reason, note, pausedAt, resumedAt }) => ({
      ...{ reason, note },
      at: pausedAt.toISOString(),
      until: iso(resumedAt),
    })),
    damages: rest.damages.map(({ key, what, at, acknowledgedBy, acknowledgedAt }) => ({
      ...{ key, what, acknowledgedBy },
      at: at.toISOString(),
      acknowledgedAt: iso(acknowledgedAt),
    })),
    extras: rest.extras.map(({ key, what, minutes, price, currency, decision, ...extra }) => ({
      ...{ key, what, minutes, price, currency, decision },
      at: extra.proposedAt.toISOString(),
      by: extra.decidedBy,
      decidedAt: iso(extra.decidedAt),
    })),
    taken: rest.receipts.filter(({ visitId }) => visitId === visit.id).map(receiptView),
    toGiveBack: rest.receipts
      .filter(
        ({ visitId, purpose, returnedAt, returnVisitId }) =>
          visitId !== visit.id &&
          purpose === 'repair' &&
          (returnedAt === null || returnVisitId === visit.id),
      )
      .map(receiptView),
    threeChecks: rest.threeChecks,
    leader: rest.leader,
    inspections: rest.inspections.map(({ at, ...inspection }) => ({
      ...inspection,
      at: at.toISOString(),
    })),
    heard: rest.heard,
    submissionKey: newToken(),
  }
}

const receiptView = (receipt: Read['receipts'][number]): Receipt => ({
  key: receipt.key,
  number: receipt.number,
  purpose: receipt.purpose,
  item: receipt.item,
  condition: receipt.condition,
  reason: receipt.reason,
  backOn: receipt.backOn,
  takenAt: receipt.takenAt.toISOString(),
  handedBy: receipt.handedBy,
  returned: receipt.returnedAt && {
    at: receipt.returnedAt.toISOString(),
    receivedBy: receipt.receivedBy ?? '',
    reclaimed: receipt.reclaimed ?? false,
  },
})
