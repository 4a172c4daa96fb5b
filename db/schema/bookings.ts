import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { parkingAnswers, services as serviceKeys } from '../vocabulary/bookings.ts'
import { skills } from '../vocabulary/visits.ts'
import { staff } from './accounts.ts'
import { identity, instant, reference } from './columns.ts'
import { crews } from './crews.ts'
import { areas } from './stores.ts'
import { tickets } from './tickets.ts'

/** What is offered: how long it takes, on the way and at the home, and at which hours of a day. */
export const services = pgTable(
  'services',
  {
    key: text('key', { enum: serviceKeys }).primaryKey(),
    skill: text('skill', { enum: skills }).notNull(),
    /** Minutes of work a booking takes unless the desk says otherwise. */
    durationMinutes: integer('duration_minutes').notNull(),
    /** Minutes kept free between two visits of a crew. */
    travelMinutes: integer('travel_minutes').notNull(),
    /** `HH:MM` in the company's zone, in order, none touching rest hours (BK-7). */
    hours: jsonb('hours').$type<{ from: string; to: string }[]>().notNull(),
    /** Whether customers book it themselves. */
    online: boolean('online').notNull().default(true),
    /** VS-8: its work passes three checks before it is finished. */
    threeChecks: boolean('three_checks').notNull().default(false),
    updatedAt: instant('updated_at'),
    updatedBy: uuid('updated_by').references(() => staff.id),
  },
  (t) => [
    check('services_duration', sql`${t.durationMinutes} between 5 and 720`),
    check('services_travel', sql`${t.travelMinutes} between 0 and 240`),
  ],
)

/**
 * 时段: a bookable span of a day in an area for a service. Minutes are work minutes: `capacity` is what crews can
 * still do in it and what is booked, `held` is kept for urgent repairs, `overbooked` what a manager let in beyond.
 */
export const windows = pgTable(
  'windows',
  {
    id: identity(),
    areaId: reference('area_id')
      .notNull()
      .references(() => areas.id),
    service: text('service', { enum: serviceKeys })
      .notNull()
      .references(() => services.key),
    /** The civil date in the company's zone. */
    day: date('day').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    /** Minutes of one place: the service's duration. */
    placeMinutes: integer('place_minutes').notNull(),
    capacityMinutes: integer('capacity_minutes').notNull().default(0),
    bookedMinutes: integer('booked_minutes').notNull().default(0),
    heldMinutes: integer('held_minutes').notNull().default(0),
    overbookedMinutes: integer('overbooked_minutes').notNull().default(0),
    bookedVisits: integer('booked_visits').notNull().default(0),
    closedAt: instant('closed_at'),
    closedBy: uuid('closed_by').references(() => staff.id),
    closeReason: text('close_reason'),
  },
  (t) => [
    unique('windows_once').on(t.areaId, t.service, t.startsAt),
    check('windows_order', sql`${t.startsAt} < ${t.endsAt}`),
    check('windows_place', sql`${t.placeMinutes} > 0`),
    check(
      'windows_counters',
      sql`${t.capacityMinutes} >= 0 and ${t.bookedMinutes} >= 0 and ${t.heldMinutes} >= 0 and ${t.overbookedMinutes} >= 0 and ${t.bookedVisits} >= 0`,
    ),
    // BK-2: never more booked than there is time for, but for what a manager answers for.
    check(
      'windows_never_overbooked',
      sql`${t.bookedMinutes} <= ${t.capacityMinutes} + ${t.overbookedMinutes}`,
    ),
    check('windows_closed', sql`(${t.closedAt} is null) = (${t.closedBy} is null)`),
    index('windows_day').on(t.day, t.areaId, t.service),
  ],
)

/** What the customer said about the home before the visit. */
export const siteChecks = pgTable('site_checks', {
  ticketId: reference('ticket_id')
    .primaryKey()
    .references(() => tickets.id),
  lift: boolean('lift'),
  floor: smallint('floor'),
  parking: text('parking', { enum: parkingAnswers }),
  /** Old furniture to take away, in their words. */
  takeAway: text('take_away').notNull().default(''),
  roomReady: boolean('room_ready'),
  answeredAt: instant('answered_at').notNull(),
})

/** A secret, revocable address of a calendar: one ticket's visits, or one crew's. The token is stored hashed. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    ticketId: reference('ticket_id').references(() => tickets.id),
    crewId: reference('crew_id').references(() => crews.id),
    /** Whose subscription a crew's feed is. */
    staffId: uuid('staff_id').references(() => staff.id),
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: instant('created_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    check('calendar_feeds_of', sql`(${t.ticketId} is null) <> (${t.crewId} is null)`),
    check('calendar_feeds_reader', sql`(${t.crewId} is null) = (${t.staffId} is null)`),
    index('calendar_feeds_ticket').on(t.ticketId),
    index('calendar_feeds_crew').on(t.crewId),
  ],
)
