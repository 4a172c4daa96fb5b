import type { supplierClaims } from '#db/schema/claims.ts'
import type {
  complaintFindings,
  complaintPeople,
  complaints,
  faults,
} from '#db/schema/complaints.ts'
import type {
  answerabilities,
  answerabilityShares,
  returnCases,
  returnConsequences,
  returnDecisions,
} from '#db/schema/returns.ts'
import type { Costs, Plan, Remedy } from '#db/vocabulary/returns.ts'
import { addDays, dayOf } from '#app/platform/time.server.ts'
import { casesOf } from './cases.ts'
import { chanceOf, type Size, ticket } from './company.ts'
import type { Keyed } from './copy-in.server.ts'
import { isOver, later, type Staff } from './rows.ts'

const costs: Costs = { goods: 0, residual: 0, freight: 0, labour: 0, refund: 0, charged: 0 }

export function* caseRows(size: Size): Generator<Keyed<typeof returnCases>> {
  for (const { id, one, status, decision, cause, reason, wish } of casesOf(size)) {
    const askedAt = later(one.createdAt, 10)
    const cancelled = status === 'cancelled'
    const appealed = status === 'appealed'
    const open = !cancelled && status !== 'closed'
    yield {
      ...{ id, ticketId: one.id, orderId: one.order === null ? null : one.order + 1 },
      orderLineId: one.order === null ? null : one.order * 2 + 1,
      ...{ productId: one.productId, product: one.product, quantity: 1, reason, wish },
      ...{ words: one.description, unpacked: true, misused: false, batch: '' },
      deliveredOn: addDays(dayOf(askedAt), -((one.id * 13) % 400)),
      ...{ status, level: appealed ? 'manager' : 'desk' },
      decisionId: decision && status !== 'approving' ? decision.id : null,
      pendingId: status === 'approving' ? decision!.id : null,
      answerabilityId: cause?.id ?? null,
      ...{ askedAt, dueAt: open ? later(size.today, one.due) : later(askedAt, 1440) },
      appealedAt: appealed ? later(askedAt, 2000) : null,
      appealWords: appealed ? '还是不满意' : null,
      closedAt: status === 'closed' ? later(one.createdAt, 2900) : null,
      cancelledAt: cancelled ? later(askedAt, 60) : null,
      cancelReason: cancelled ? '客户不换了' : null,
    }
  }
}

const planOf = (remedy: Remedy, total: number): Plan => {
  const pays = remedy === 'refund' || remedy === 'discount'
  return {
    ...{ remedy, what: '', promisedOn: null, collect: 'none' },
    ...(pays ? { amount: total, method: 'original' } : { amount: null, method: null }),
  }
}

export function* decisionRows(size: Size, staff: Staff): Generator<Keyed<typeof returnDecisions>> {
  for (const { id: caseId, one, decision } of casesOf(size)) {
    if (!decision) continue
    const { id, remedy, needs, total } = decision
    yield {
      ...{
        id,
        caseId,
        seq: 1,
        remedy,
        needs,
        total,
        currency: 'CNY',
        terms: [],
        plan: planOf(remedy, total),
      },
      ...{ why: '照片看得清楚，补不住。', told: one.done, costs: { ...costs, goods: total } },
      ...{ at: later(one.createdAt, 120), by: staff[one.owner ?? 1]! },
    }
  }
}

export function* consequenceRows(size: Size): Generator<Keyed<typeof returnConsequences>> {
  for (const { id: caseId, one, status, decision, steps } of casesOf(size)) {
    const madeAt = later(one.createdAt, 120)
    const closed = status === 'closed'
    for (const { id, kind, after } of steps) {
      const isVisit = kind === 'delivery' || kind === 'collection' || kind === 'repair'
      const refund = kind === 'refund'
      const promised = kind === 'goods' || kind === 'part'
      yield {
        ...{ id, caseId, decisionId: decision!.id, kind, status: closed ? 'done' : 'open' },
        ...{ what: one.product, afterId: after, madeAt, note: '' },
        promisedOn: promised ? addDays(dayOf(size.today), ((id * 7) % 30) - 6) : null,
        skill: isVisit ? (kind === 'repair' ? 'repair' : 'delivery') : null,
        collects: kind === 'delivery' && decision!.remedy === 'exchange',
        amount: refund ? decision!.total : null,
        currency: refund ? 'CNY' : null,
        method: refund ? 'original' : null,
        doneAt: closed ? later(madeAt, 2000) : null,
      }
    }
  }
}

export function* causeRows(size: Size, staff: Staff): Generator<Keyed<typeof answerabilities>> {
  for (const { id: caseId, one, cause } of casesOf(size)) {
    if (!cause) continue
    yield {
      ...{ id: cause.id, caseId, seq: 1, cause: '板材含水率超标', evidence: '照片和读数', why: '' },
      ...{ at: later(one.createdAt, 2800), by: staff[one.owner ?? 1]! },
    }
  }
}

export function* shareRows(size: Size): Generator<Keyed<typeof answerabilityShares>> {
  for (const { cause } of casesOf(size)) {
    if (!cause) continue
    for (const share of cause.shares) yield { ...share, answerabilityId: cause.id, note: '' }
  }
}

export function* claimRows(size: Size, staff: Staff): Generator<Keyed<typeof supplierClaims>> {
  for (const { id: caseId, one, claim } of casesOf(size)) {
    if (!claim) continue
    const { status, amount } = claim
    const madeAt = later(one.createdAt, 3000)
    const sent = status !== 'open' && status !== 'withdrawn'
    const settled = status !== 'open' && status !== 'sent'
    yield {
      ...{ ...claim, caseId, currency: 'CNY', madeAt, madeBy: staff[0]! },
      sentAt: sent ? later(madeAt, 60) : null,
      settledAt: settled ? later(madeAt, 20_000) : null,
      credited: status === 'credited' ? amount : null,
    }
  }
}

/** CP-1: every ticket that is a complaint, as far as the ticket is. */
export function* complaintRows(
  size: Size,
  staff: Staff,
): Generator<typeof complaints.$inferInsert> {
  for (const one of complaining(size)) {
    const answered = one.status === 'closed' || one.status === 'resolved'
    const closed = one.status === 'closed'
    const status = closed
      ? 'closed'
      : answered
        ? 'answered'
        : one.status === 'cancelled'
          ? 'withdrawn'
          : one.status === 'new'
            ? 'open'
            : 'investigating'
    yield {
      ...{ ticketId: one.id, status, about: one.id % 3 === 0 ? 'product' : 'service' },
      ...{ openedAt: one.createdAt, cause: answered ? '约好的时间没有提前确认。' : '' },
      resolution: answered ? one.done : null,
      answeredAt: answered ? later(one.createdAt, 3000) : null,
      answeredBy: answered ? staff[0]! : null,
      verdict: closed ? 'content' : null,
      verdictAt: closed ? later(one.createdAt, 4440) : null,
      closedAt: closed ? later(one.createdAt, 4440) : null,
    }
  }
}

/** Whom half of them are about: never their owner. */
export function* complaintPeopleRows(
  size: Size,
  staff: Staff,
): Generator<typeof complaintPeople.$inferInsert> {
  for (const one of complaining(size)) {
    if (one.id % 2 === 0) continue
    const at = later(one.createdAt, 300)
    yield { ticketId: one.id, staffId: accused(one, staff), at, by: staff[0]! }
  }
}

export function* findingRows(size: Size, staff: Staff): Generator<Keyed<typeof complaintFindings>> {
  let id = 0
  for (const one of complaining(size)) {
    if (one.status === 'new') continue
    const at = later(one.createdAt, 600)
    yield { id: ++id, ticketId: one.id, body: one.note ?? '查了当天的记录。', at, by: staff[0]! }
  }
}

export function* faultRows(size: Size, staff: Staff): Generator<Keyed<typeof faults>> {
  let id = 0
  for (const one of complaining(size)) {
    if (one.id % 6 !== 1 || one.status === 'new') continue
    const raisedAt = later(one.createdAt, 700)
    const decided = isOver(one)
    yield {
      ...{ id: ++id, ticketId: one.id, staffId: accused(one, staff), kind: 'not_arrived' },
      ...{ status: decided ? 'verified' : 'raised', what: '约好的时间没有到。', raisedAt },
      ...{ raisedBy: staff[0]!, answerBy: later(raisedAt, 4320) },
      decidedAt: decided ? later(raisedAt, 5000) : null,
      decidedBy: decided ? staff[0]! : null,
      decisionWhy: decided ? '记录和顾客说的一致。' : null,
    }
  }
}

function* complaining(size: Size) {
  for (let i = 0; i < size.tickets; i++) {
    // Its kind is told before the rest of it is worked out.
    if (!chanceOf(size, 3, i).chance(0.02)) continue
    yield ticket(size, i)
  }
}

const accused = ({ id, owner }: { id: number; owner: number | null }, staff: Staff) => {
  const place = 2 + (id % (staff.length - 2))
  return staff[place === owner ? 1 : place]!
}
