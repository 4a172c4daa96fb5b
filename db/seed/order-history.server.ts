import type { orderEvents, orderLines, orders } from '#db/schema/customers.ts'
import { addHours, addMinutes, dayOf, instantAt } from '#app/platform/time.server.ts'
import type { Colleague, Team } from './people.server.ts'

/** A contract as it is being told; its lines and events name it once they are written. */
export interface OrderDraft {
  row: typeof orders.$inferInsert & { id: number }
  lines: (Omit<typeof orderLines.$inferInsert, 'orderId'> & { id: number; model: string })[]
  events: Omit<typeof orderEvents.$inferInsert, 'orderId'>[]
}

export interface Office {
  now: Date
  team: Team
  agreeDays: number
  /** Whoever enters its contracts. */
  store: Colleague
}

type Kind = OrderDraft['events'][number]['kind']

function note(
  order: OrderDraft,
  kind: Kind,
  at: Date,
  by: Colleague | 'customer' | 'job',
  data: Record<string, unknown> = {},
): void {
  const actor =
    typeof by === 'string'
      ? { actorKind: by, actorId: null }
      : { actorKind: 'staff' as const, actorId: by.id }
  order.events.push({ kind, at, data, ...actor })
}

/** BK-5: the store enters it, in the morning. @returns when */
export function enter(order: OrderDraft, { now, store }: Office, day: string, place: number): Date {
  const usual = instantAt(day, '09:40')
  const begun = instantAt(day, '00:00')
  const latest = new Date(Math.max(begun.getTime(), addMinutes(now, -12).getTime()))
  const at = addMinutes(usual < latest ? usual : latest, usual < latest ? (place % 5) * 7 : 0)
  const enteredAt = at > now ? now : at
  Object.assign(order.row, { status: 'entered', enteredBy: store.id, enteredAt })
  note(order, 'entered', enteredAt, store, { status: [null, 'entered'], missing: [] })
  return enteredAt
}

/** By 17:00 of the day it came. */
export function check(order: OrderDraft, { team }: Office): void {
  const at = instantAt(dayOf(order.row.enteredAt!), '16:20')
  Object.assign(order.row, { status: 'checked', checkedBy: team.desk[0]!.id, checkedAt: at })
  note(order, 'checked', at, team.desk[0]!, { status: ['entered', 'checked'] })
}

export function sendBack(order: OrderDraft, { team }: Office, words: string): void {
  const at = instantAt(dayOf(order.row.enteredAt!), '16:35')
  Object.assign(order.row, { status: 'incomplete', returnNote: words })
  note(order, 'returned', at, team.desk[0]!, { status: ['entered', 'incomplete'], words })
}

export function cancel(order: OrderDraft, { team }: Office, at: Date, reason: string): void {
  const { status } = order.row
  order.row.status = 'cancelled'
  note(order, 'cancelled', at, team.desk[0]!, { status: [status, 'cancelled'], words: reason })
}

/** The first `count` lines came, the last of them at `last`; with all of them booking is open. */
export function receive(order: OrderDraft, office: Office, last: Date, count: number): void {
  const { warehouse } = office.team
  const came = order.lines.slice(0, count)
  came.forEach((line, i) => {
    const at = addHours(last, -26 * (came.length - 1 - i))
    Object.assign(line, { arrivedAt: at, arrivedBy: warehouse.id })
    note(order, 'line_arrived', at, warehouse, { model: line.model, quantity: line.quantity })
  })
  if (came.length < order.lines.length) return
  const agreeBy = addHours(last, office.agreeDays * 24)
  Object.assign(order.row, { readyAt: last, agreeBy })
  note(order, 'ready', last, warehouse, { agreeBy: agreeBy.toISOString() })
}

export function agree(order: OrderDraft, at: Date): void {
  order.row.agreedAt = at
  note(order, 'delivery_agreed', at, 'customer')
}
