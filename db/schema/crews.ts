import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  time,
  uuid,
} from 'drizzle-orm/pg-core'
import { leaveStatuses } from '../vocabulary/bookings.ts'
import { staff } from './accounts.ts'
import { identity, instant, reference } from './columns.ts'
import { areas } from './stores.ts'

export const crews = pgTable(
  'crews',
  {
    id: identity(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    skills: text('skills').array().notNull(),
    homeAreaId: reference('home_area_id').references(() => areas.id),
    vehicle: text('vehicle'),
    /** Who makes the second of the three checks (VS-8). */
    leaderId: uuid('leader_id').references((): AnyPgColumn => staff.id),
    active: boolean('active').notNull().default(true),
    /** With fewer members than this on duty the crew doesn't go out. */
    membersNeeded: smallint('members_needed').notNull().default(1),
    /** The pattern of shifts begins again after so many weeks; 1 is the same every week. */
    rotationWeeks: smallint('rotation_weeks').notNull().default(1),
    /** The Monday on which week 1 of the pattern began. */
    rotationFrom: date('rotation_from').notNull().default('2026-01-05'),
  },
  (t) => [
    check('crews_members_needed', sql`${t.membersNeeded} between 1 and 20`),
    check('crews_rotation', sql`${t.rotationWeeks} between 1 and 8`),
    check('crews_rotation_monday', sql`extract(isodow from ${t.rotationFrom}) = 1`),
  ],
)

/** The areas a crew goes to, its home area among them (DS-1). */
export const crewAreas = pgTable(
  'crew_areas',
  {
    crewId: reference('crew_id')
      .notNull()
      .references(() => crews.id),
    areaId: reference('area_id')
      .notNull()
      .references(() => areas.id),
  },
  (t) => [
    primaryKey({ columns: [t.crewId, t.areaId] }),
    index('crew_areas_area').on(t.areaId, t.crewId),
  ],
)

/** A crew's weekly hours in the company's zone; weekday 1 is Monday, week 1 the first of its rotation. */
export const shifts = pgTable(
  'shifts',
  {
    id: identity(),
    crewId: reference('crew_id')
      .notNull()
      .references(() => crews.id),
    week: smallint('week').notNull().default(1),
    weekday: smallint('weekday').notNull(),
    startsAt: time('starts_at').notNull(),
    endsAt: time('ends_at').notNull(),
  },
  (t) => [
    check('shifts_week', sql`${t.week} between 1 and 8`),
    check('shifts_weekday', sql`${t.weekday} between 1 and 7`),
    check('shifts_order', sql`${t.startsAt} < ${t.endsAt}`),
    index('shifts_crew').on(t.crewId, t.week, t.weekday),
  ],
)

/** A day on which a crew works other hours than its pattern's, or none (both times null). */
export const shiftExceptions = pgTable(
  'shift_exceptions',
  {
    id: identity(),
    crewId: reference('crew_id')
      .notNull()
      .references(() => crews.id),
    day: date('day').notNull(),
    startsAt: time('starts_at'),
    endsAt: time('ends_at'),
    note: text('note').notNull().default(''),
    madeBy: uuid('made_by').references(() => staff.id),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    check('shift_exceptions_both', sql`(${t.startsAt} is null) = (${t.endsAt} is null)`),
    check('shift_exceptions_order', sql`${t.startsAt} < ${t.endsAt}`),
    index('shift_exceptions_day').on(t.day, t.crewId),
    index('shift_exceptions_crew').on(t.crewId, t.day),
  ],
)

/** Days on which the company doesn't work. */
export const holidays = pgTable('holidays', {
  day: date('day').primaryKey(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
})

/** DS-3: time off, of one member or of the whole crew (`staffId` null), half open. */
export const leaves = pgTable(
  'leaves',
  {
    id: identity(),
    crewId: reference('crew_id')
      .notNull()
      .references(() => crews.id),
    staffId: uuid('staff_id').references(() => staff.id),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    reason: text('reason').notNull(),
    status: text('status', { enum: leaveStatuses }).notNull().default('asked'),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => staff.id),
    askedAt: instant('asked_at').notNull(),
    decidedBy: uuid('decided_by').references(() => staff.id),
    decidedAt: instant('decided_at'),
    decision: text('decision').notNull().default(''),
    submissionKey: text('submission_key').unique(),
  },
  (t) => [
    check('leaves_order', sql`${t.startsAt} < ${t.endsAt}`),
    check(
      'leaves_decided',
      sql`${t.status} in ('asked', 'withdrawn') or (${t.decidedBy} is not null and ${t.decidedAt} is not null)`,
    ),
    index('leaves_crew').on(t.crewId, t.endsAt),
    index('leaves_asked')
      .on(t.startsAt)
      .where(sql`${t.status} = 'asked'`),
  ],
)
