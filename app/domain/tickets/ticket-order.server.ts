import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { tickets } from '#db/schema/tickets.ts'
import type { Place } from './ticket-filters.ts'
import type { TicketQueue, TicketSort } from './ticket-queues.ts'

/** Part of a queue that is walked along one index. */
export interface Stretch {
  /** Stands before a place in the address. */
  name: string
  by: PgColumn
  /** The latest first. */
  down: boolean
  where?: SQL
}

const due: Stretch = {
  name: 'd',
  by: tickets.nextDueAt,
  down: false,
  where: sql`${tickets.nextDueAt} is not null`,
}
const notDue: Stretch = {
  name: 'n',
  by: tickets.createdAt,
  down: true,
  where: sql`${tickets.nextDueAt} is null`,
}

/** The stretches of a queue in this order, one after the other. */
export function stretchesOf(queue: TicketQueue, sort: TicketSort): readonly Stretch[] {
  switch (sort) {
    case 'newest':
      return [{ name: '', by: tickets.createdAt, down: true }]
    case 'oldest':
      return [{ name: '', by: tickets.createdAt, down: false }]
    case 'changed':
      return [{ name: 'c', by: tickets.updatedAt, down: true }]
    case 'due':
      if (queue === 'follow_up') return [{ name: 'f', by: tickets.followUpAt, down: false }]
      return queue === 'overdue' ? [due] : [due, notDue]
  }
}

/** Columns whose index descends; the others' ascend. */
const descending: readonly PgColumn[] = [tickets.createdAt, tickets.updatedAt]

/** The order of a stretch, with nulls where its index has them, or the planner sorts. */
export function orderOf({ by, down }: Stretch, back: boolean): SQL[] {
  const falls = down !== back
  const nulls = falls === descending.includes(by) ? sql`nulls last` : sql`nulls first`
  const way = falls ? sql`desc` : sql`asc`
  return [sql`${by} ${way} ${nulls}`, sql`${tickets.id} ${way} ${nulls}`]
}

/** What lies beyond a place. */
export function beyond({ by, down }: Stretch, place: Place, back: boolean): SQL {
  const at = `${new Date(Math.floor(place.at / 1000)).toISOString().slice(0, -1)}${String(place.at % 1000).padStart(3, '0')}Z`
  const row = sql`(${by}, ${tickets.id})`
  const edge = sql`(${at}::timestamptz, ${place.id}::bigint)`
  return down === back ? sql`${row} > ${edge}` : sql`${row} < ${edge}`
}

/** A row's place as it stands in an address; exact to the microsecond, or rows of one millisecond are lost. */
export const placeIn = ({ name, by }: Stretch) =>
  sql<string>`${name}::text || (extract(epoch from ${by}) * 1000000)::bigint || '-' || ${tickets.id}`
