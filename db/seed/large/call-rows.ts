import type { followUps, inspectionAnswers, ratings } from '#db/schema/follow-ups.ts'
import type { promises } from '#db/schema/promises.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { isOver, later, type Staff } from './rows.ts'
import { chanceOf, type Size, slotOf, ticket, ticketOfVisit, visitsOf } from './company.ts'
import type { Keyed } from './copy-in.server.ts'

/** The visits that were made, with what chance says of them. */
function* madeVisits(size: Size) {
  for (let v = 0; v < visitsOf(size); v++) {
    const slot = slotOf(size, v)
    const one = ticket(size, ticketOfVisit(v))
    if (slot.ahead || one.status === 'cancelled' || !isOver(one)) continue
    yield { id: v + 1, ticketId: one.id, slot, random: chanceOf(size, 5, v) }
  }
}

export function* promiseRows(size: Size, staff: Staff): Generator<Keyed<typeof promises>> {
  let last = 0
  for (const { id, ticketId, slot, random } of madeVisits(size)) {
    const broken = random.chance(0.04)
    yield {
      ...{ id: ++last, visitId: id, ticketId, origin: 'booked', madeBy: staff[1]! },
      ...{ windowStart: slot.windowStart, windowEnd: slot.windowEnd },
      ...{ madeAt: later(slot.start, -2000), outcome: broken ? 'broken' : 'kept' },
      ...{ breach: broken ? 'late' : null, settledAt: slot.start },
    }
  }
}

export function* ratingRows(size: Size): Generator<typeof ratings.$inferInsert> {
  for (const { id, slot, random } of madeVisits(size)) {
    if (!random.chance(0.5)) continue
    const score = () => random.integer(2, 5)
    const at = later(slot.end, 600)
    yield {
      ...{ visitId: id, attitude: score(), quality: score(), solved: score() },
      ...{ punctuality: score(), tidiness: score(), recommend: 8, words: '', tags: [] },
      ...{ wantsCall: false, source: 'online', createdAt: at, updatedAt: at },
    }
  }
}

/** Every visit's call, the last days' still to be made; and the managers' own, one in a hundred (FU-5). */
export function* followUpRows(size: Size): Generator<Keyed<typeof followUps>> {
  let last = 0
  for (const { id, ticketId, slot } of madeVisits(size)) {
    const dueAt = later(slot.end, 2880)
    const waits = dueAt > size.today
    yield {
      ...{ id: ++last, ticketId, kind: 'visit', visitId: id, status: waits ? 'due' : 'done' },
      ...{ period: null, dueAt, notBefore: slot.end, createdAt: slot.end },
      doneAt: waits ? null : dueAt,
    }
    if (id % 100 !== 0) continue
    yield {
      ...{ id: ++last, ticketId, kind: 'inspection', visitId: id, status: 'done' },
      ...{ period: dayOf(slot.end).slice(0, 7), dueAt, notBefore: slot.end },
      ...{ createdAt: slot.end, doneAt: dueAt },
    }
  }
}

export function* inspectionRows(
  size: Size,
  staff: Staff,
): Generator<typeof inspectionAnswers.$inferInsert> {
  for (const { id, kind, dueAt } of followUpRows(size)) {
    if (kind !== 'inspection') continue
    yield {
      ...{ followUpId: id, attitude: 5, quality: 4, solved: 5, punctuality: 4, tidiness: 5 },
      ...{ recommend: 9, words: '', at: dueAt, by: staff[0]! },
    }
  }
}
