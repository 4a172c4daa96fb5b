import type { WholeCase } from '#app/domain/returns/read-case.server.ts'
import { levelOf } from '#app/domain/returns/costs.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import { daysBetween } from '#app/platform/time.server.ts'
import { type CaseStatus, remedies, returnReasons } from '#db/vocabulary/returns.ts'
import type { AgreeView } from './agreed-visits.tsx'
import { dueOf } from './case-look.ts'
import { decisionView } from './decision-view.server.ts'
import { waysView } from './ways-view.server.ts'

const decidable: readonly CaseStatus[] = ['asked', 'approving', 'acting', 'appealed']
const cancellable: readonly CaseStatus[] = decidable

export type CaseView = ReturnType<typeof caseView>

/** A case as its page shows it; nothing else reaches the browser. */
export function caseView(
  ctx: Ctx<StaffActor>,
  whole: WholeCase,
  { submissionKey, agree }: { submissionKey: string; agree: AgreeView | null },
) {
  const { actor } = ctx
  const { case: one, ticket, order, terms, photos } = whole
  const deals = may(actor, 'ticket:read')
  const pending = whole.decisions.find(({ id }) => id === one.pendingId)
  const open = decidable.includes(one.status)
  return {
    number: one.number,
    version: one.version,
    submissionKey,
    product: one.product,
    quantity: one.quantity,
    pieces: one.pieces.map(({ zh, en }) => (ctx.locale === 'en' ? en : zh)),
    reason: one.reason,
    wish: one.wish,
    words: one.words,
    unpacked: one.unpacked,
    misused: one.misused,
    deliveredOn: one.deliveredOn,
    batch: one.batch,
    status: one.status,
    level: one.level,
    askedAt: one.askedAt.toISOString(),
    dueAt: one.dueAt.toISOString(),
    due: dueOf(one, ctx.now()),
    /** Its cause and who is answerable are written down. */
    answered: one.answerabilityId !== null,
    appeal:
      one.appealedAt === null
        ? null
        : { at: one.appealedAt.toISOString(), words: one.appealWords ?? '' },
    cancelReason: one.cancelReason,
    customer: {
      id: may(actor, 'customer:read') ? (whole.history?.customerId ?? null) : null,
      name: ticket.name,
      phone: ticket.phone,
      callable: ticket.phone.startsWith('+'),
      address: ticket.address,
    },
    ticket: deals ? ticket.number : null,
    order: order && {
      number: order.number,
      link: may(actor, 'order:read'),
      store: order.store,
      model: order.model,
      price:
        deals && order.unitPrice !== null
          ? { minor: order.unitPrice * one.quantity, currency: order.currency ?? 'CNY' }
          : null,
    },
    today: whole.today,
    daysSince: one.deliveredOn === null ? null : daysBetween(one.deliveredOn, whole.today),
    terms: terms.map(({ nameZh, nameEn, until, verdict, why, remedies: allowed }) => ({
      name: ctx.locale === 'en' ? nameEn : nameZh,
      until,
      verdict,
      why,
      allowed,
      overDays: verdict === 'over' && until !== null ? daysBetween(until, whole.today) : null,
    })),
    photos: photos.map(({ id, shot, stage }) => ({ id, shot, stage })),
    events: whole.events.map(eventView),
    history: whole.history && {
      ...whole.history,
      earlier: whole.history.earlier.map((earlier) => ({
        ...earlier,
        createdAt: earlier.createdAt.toISOString(),
      })),
      cases: whole.history.cases.map((before) => ({
        ...before,
        askedAt: before.askedAt.toISOString(),
      })),
    },
    ways: waysView(whole),
    agree,
    decisions: whole.decisions.map((decision) => decisionView(ctx, decision)),
    steps: whole.steps.map((step) => ({
      id: step.id,
      kind: step.kind,
      status: step.status,
      current: step.decisionId === one.decisionId,
      what: step.what,
      promisedOn: step.promisedOn,
      afterId: step.afterId,
      after: whole.steps.find(({ id }) => id === step.afterId)?.kind ?? null,
      waits: whole.steps.some(
        ({ id, status }) => id === step.afterId && (status === 'open' || status === 'going'),
      ),
      collects: step.collects,
      amount: deals || may(actor, 'return:refund') ? step.amount : null,
      currency: step.currency,
      method: step.method,
      note: step.note,
      doneAt: step.doneAt?.toISOString() ?? null,
      doneBy: step.doneBy,
      notBefore: step.notBefore?.toISOString() ?? null,
      fate: step.fate,
      condition: step.condition,
      visit: step.visitId,
      window:
        step.windowStart && step.windowEnd && step.visitStatus !== 'cancelled'
          ? { start: step.windowStart.toISOString(), end: step.windowEnd.toISOString() }
          : null,
    })),
    myLevel: levelOf(actor.roles),
    may: {
      decide: open && may(actor, 'return:decide'),
      cancel: cancellable.includes(one.status) && may(actor, 'return:decide'),
      approve:
        pending !== undefined &&
        pending.byId !== actor.id &&
        may(actor, pending.needs === 'general' ? 'return:approve-high' : 'return:approve'),
      own: pending?.byId === actor.id,
      visits: may(actor, 'visit:read'),
      supply: may(actor, 'return:supply'),
      refund: one.status === 'acting' && may(actor, 'return:refund'),
      book: one.status === 'acting' && may(actor, 'visit:propose'),
    },
  }
}

function eventView({ id, kind, at, by, name, data }: WholeCase['events'][number]) {
  const text = (key: string) => (typeof data[key] === 'string' ? data[key] : null)
  const reason = text('reason')
  const known = returnReasons.find((one) => one === reason) ?? null
  const photos = data['count']
  return {
    key: String(id),
    kind,
    at: at.toISOString(),
    by,
    name,
    remedy: remedies.find((one) => one === data['remedy']) ?? null,
    reason: known,
    words: known === null ? (reason ?? text('words') ?? text('what')) : null,
    photos: typeof photos === 'number' ? photos : null,
  }
}
