import type { ticketClocks } from '#db/schema/clocks.ts'
import type { customers, orderLines, orders } from '#db/schema/customers.ts'
import type { ticketWords } from '#db/schema/desk.ts'
import type { ticketEvents, ticketMessages, ticketNotes, tickets } from '#db/schema/tickets.ts'
import type { visits } from '#db/schema/visits.ts'
import { customerGrades } from '#db/vocabulary/customers.ts'
import { customerDocument, ticketDocument } from '#app/domain/search/index.server.ts'
import { ticketNumber } from '#app/domain/tickets/ticket-number.ts'
import { addDays, dayOf } from '#app/platform/time.server.ts'
import {
  customer,
  customersOf,
  type LargeTicket,
  ordersOf,
  type Size,
  slotOf,
  storesCount,
  ticket,
  ticketOfVisit,
  visitsOf,
  visitsOfTicket,
} from './company.ts'
import type { Keyed } from './copy-in.server.ts'
import { productTexts } from '../texts/catalogue.ts'

export const firstSerial = 100_042
const minute = 60_000
const orderNumber = (i: number) => `HT${String(i + 1).padStart(8, '0')}`
export const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * minute)
export const isOver = ({ status }: LargeTicket) =>
  status === 'closed' || status === 'resolved' || status === 'cancelled'
export type Staff = readonly string[]

export function* customerRows(size: Size): Generator<Keyed<typeof customers>> {
  const createdAt = slotOf(size, 0).start
  for (let i = 0; i < customersOf(size); i++) {
    const { area: _, ...facts } = customer(size, i)
    const words = customerDocument({
      ...{ names: [facts.name], phones: [facts.phone], addresses: [facts.address], others: [] },
      emails: facts.email === null ? [] : [facts.email],
    })
    yield { id: i + 1, ...facts, ...contactOf(size, i), createdAt, words }
  }
}

/** CU-1: every fifth has a grade, and was contacted some time within the last two hundred days. */
function contactOf({ today }: Size, i: number) {
  if (i % 5 !== 0) return { grade: null, contactedAt: null, contactDue: null }
  const nth = i / 5
  const grade = customerGrades[nth % customerGrades.length]!
  const contactedAt = later(today, ((nth * 37) % 200) * -24 * 60)
  const days = { A: 30, B: 90, C: 180 }[grade]
  return { grade, contactedAt, contactDue: addDays(dayOf(contactedAt), days) }
}

export function* orderRows(size: Size): Generator<Keyed<typeof orders>> {
  const { start } = slotOf(size, 0)
  const orderedOn = start.toISOString().slice(0, 10)
  for (let i = 0; i < ordersOf(size); i++) {
    const { name, phone, email, locale, address } = customer(size, i % customersOf(size))
    yield {
      ...{ id: i + 1, number: orderNumber(i), status: 'checked' },
      ...{ storeId: (i % storesCount) + 1, customerId: (i % customersOf(size)) + 1 },
      ...{ name, phone, email, locale, address, orderedOn, deliveredOn: orderedOn, clerk: '店员' },
      ...{ readyAt: start, agreeBy: start, agreedAt: start },
    }
  }
}

export function* orderLineRows(size: Size): Generator<Keyed<typeof orderLines>> {
  const { start } = slotOf(size, 0)
  for (let i = 0; i < ordersOf(size) * 2; i++) {
    const at = i % productTexts.length
    yield {
      ...{ id: i + 1, orderId: Math.floor(i / 2) + 1, position: (i % 2) + 1, productId: at + 1 },
      ...{ quantity: 1, unitPrice: productTexts[at]!.price, arrivedAt: start },
    }
  }
}

export function* ticketRows(size: Size, staff: Staff): Generator<Keyed<typeof tickets>> {
  for (let i = 0; i < size.tickets; i++) {
    const one = ticket(size, i)
    const over = isOver(one)
    const closed = one.status === 'closed'
    const running = !over && one.status !== 'paused'
    const due = running ? later(size.today, 12 * 60 + one.due) : null
    yield {
      ...{ id: one.id, number: ticketNumber(firstSerial + i), kind: one.kind, status: one.status },
      ...{ severity: one.severity, category: one.category, channel: one.channel },
      ...{ product: one.product, productId: one.productId, description: one.description },
      ...{ orderId: one.order === null ? null : one.order + 1, storeId: one.store + 1 },
      ...{ customerId: one.by + 1, name: one.who.name, phone: one.who.phone, email: one.who.email },
      ...{ address: one.who.address, areaId: one.who.area + 1, locale: one.who.locale },
      ...{ ownerId: one.owner === null ? null : staff[one.owner]!, createdAt: one.createdAt },
      firstContactAt: one.status === 'new' ? null : later(one.createdAt, 4),
      resolvedAt: over ? later(one.createdAt, 3000) : null,
      closedAt: closed ? later(one.createdAt, 4440) : null,
      pausedUntil:
        one.status === 'paused'
          ? later(size.today, 3 * 1440)
              .toISOString()
              .slice(0, 10)
          : null,
      pauseReason: one.status === 'paused' ? '等配件' : null,
      solution: over ? one.done : null,
      tags: one.tags,
      followUpAt: !over && one.followUp ? later(size.today, one.due) : null,
      nextDueAt: due,
      nextDueClock: due ? 'resolution' : null,
      riskAt: due ? later(due, -120) : null,
      updatedAt: later(one.createdAt, over ? 4440 : 30),
    }
  }
}

export function* visitRows(size: Size): Generator<Keyed<typeof visits>> {
  for (let v = 0; v < visitsOf(size); v++) {
    const one = ticket(size, ticketOfVisit(v))
    const slot = slotOf(size, v)
    const made = one.status !== 'cancelled' && (isOver(one) || slot.ahead)
    const done = made && !slot.ahead
    yield {
      ...{ id: v + 1, ticketId: one.id, skill: 'repair', work: one.work, durationMinutes: 60 },
      status: done ? 'finished' : made ? 'confirmed' : 'cancelled',
      ...{ windowStart: slot.windowStart, windowEnd: slot.windowEnd },
      ...{ crewId: made ? slot.crew + 1 : null, createdAt: later(one.createdAt, 20) },
      ...{ plannedStart: made ? slot.start : null, plannedEnd: made ? slot.end : null },
      ...{ setOutAt: done ? later(slot.start, -20) : null, arrivedAt: done ? slot.start : null },
      ...{ startedAt: done ? slot.start : null, finishedAt: done ? slot.end : null },
      ...{ workDone: done ? one.done : null, outcome: done ? 'done' : null },
      ...{ cancelledAt: made ? null : one.createdAt, cancelReason: made ? null : '客户取消' },
    }
  }
}

export function* eventRows(size: Size, staff: Staff): Generator<Keyed<typeof ticketEvents>> {
  let id = 0
  for (let i = 0; i < size.tickets; i++) {
    const one = ticket(size, i)
    const actorId = staff[one.owner ?? 0]!
    const base = { ticketId: one.id, data: {} }
    const by = { actorKind: 'staff' as const, actorId }
    const none = { actorKind: 'customer' as const, actorId: null }
    const { createdAt } = one
    yield { id: ++id, ...base, ...none, visitId: null, kind: 'registered', at: createdAt }
    if (one.status === 'new') continue
    yield { id: ++id, ...base, ...by, visitId: null, kind: 'triaged', at: later(createdAt, 5) }
    for (const v of visitsOfTicket(i)) {
      if (v >= visitsOf(size)) continue
      yield {
        id: ++id,
        ...base,
        ...by,
        visitId: v + 1,
        kind: 'visit_booked',
        at: later(createdAt, 20),
      }
      if (isOver(one) && one.status !== 'cancelled') {
        yield {
          id: ++id,
          ...base,
          ...by,
          visitId: v + 1,
          kind: 'work_finished',
          at: slotOf(size, v).end,
        }
      }
    }
    if (one.status === 'closed')
      yield { id: ++id, ...base, ...by, visitId: null, kind: 'closed', at: later(createdAt, 4440) }
  }
}

export function* messageRows(size: Size, staff: Staff): Generator<Keyed<typeof ticketMessages>> {
  let id = 0
  for (let i = 0; i < size.tickets; i++) {
    const one = ticket(size, i)
    if (!one.asked || !one.answered) continue
    const ticketId = one.id
    const asked = { direction: 'from_customer', authorId: null, body: one.asked } as const
    yield { id: ++id, ticketId, ...asked, createdAt: later(one.createdAt, 60) }
    if (one.status === 'new') continue
    const answer = {
      direction: 'to_customer',
      authorId: staff[one.owner ?? 0]!,
      body: one.answered,
    } as const
    yield { id: ++id, ticketId, ...answer, createdAt: later(one.createdAt, 75) }
  }
}

export function* noteRows(size: Size, staff: Staff): Generator<Keyed<typeof ticketNotes>> {
  let id = 0
  for (let i = 0; i < size.tickets; i++) {
    const { note, owner, createdAt } = ticket(size, i)
    if (note === null) continue
    const authorId = staff[owner ?? 0]!
    yield { id: ++id, ticketId: i + 1, authorId, body: note, createdAt: later(createdAt, 10) }
  }
}

export function* clockRows(size: Size): Generator<typeof ticketClocks.$inferInsert> {
  for (let i = 0; i < size.tickets; i++) {
    const one = ticket(size, i)
    const running = !isOver(one) && one.status !== 'paused'
    const dueAt = running ? later(size.today, 12 * 60 + one.due) : null
    yield {
      ...{ ticketId: one.id, kind: 'resolution', targetMinutes: 4320, startedAt: one.createdAt },
      ...{ spent: running ? 0 : 1000, runningSince: running ? one.createdAt : null, dueAt },
      ...{ riskAt: dueAt ? later(dueAt, -120) : null, metAt: isOver(one) ? one.createdAt : null },
      escalatedAt: dueAt && one.due < 0 ? dueAt : null,
    }
  }
}

export function* wordRows(size: Size): Generator<typeof ticketWords.$inferInsert> {
  for (let i = 0; i < size.tickets; i++) {
    const one = ticket(size, i)
    const product = productTexts[one.productId - 1]!
    const talk = [
      { place: 'customer' as const, text: one.asked },
      { place: 'desk' as const, text: one.answered },
      { place: 'note' as const, text: one.note },
    ]
    yield {
      ...{ ticketId: one.id, storeId: one.store + 1, createdAt: one.createdAt },
      ...ticketDocument({
        ...{ storeId: one.store + 1, numbers: [ticketNumber(firstSerial + i)] },
        ...{ names: [one.who.name], phones: [one.who.phone], addresses: [one.who.address] },
        emails: one.who.email === null ? [] : [one.who.email],
        orderNumbers: one.order === null ? [] : [orderNumber(one.order)],
        products: [one.product, product.zh, product.en, product.model],
        ...{ tags: one.tags, descriptions: [one.description] },
        solutions: isOver(one) ? [one.done] : [],
        talk: talk.flatMap(({ place, text }) => (text === null ? [] : [{ place, text }])),
      }),
    }
  }
}
