import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, smallint, text, time } from 'drizzle-orm/pg-core'
import { identity, reference } from './columns.ts'
import { areas } from './stores.ts'

export const crews = pgTable('crews', {
  id: identity(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  skills: text('skills').array().notNull(),
  homeAreaId: reference('home_area_id').references(() => areas.id),
  vehicle: text('vehicle'),
  active: boolean('active').notNull().default(true),
})

/** A crew's weekly hours in the company's zone; weekday 1 is Monday. */
export const shifts = pgTable(
  'shifts',
  {
    id: identity(),
    crewId: reference('crew_id')
      .notNull()
      .references(() => crews.id),
    weekday: smallint('weekday').notNull(),
    startsAt: time('starts_at').notNull(),
    endsAt: time('ends_at').notNull(),
  },
  (t) => [
    check('shifts_weekday', sql`${t.weekday} between 1 and 7`),
    check('shifts_order', sql`${t.startsAt} < ${t.endsAt}`),
    index('shifts_crew').on(t.crewId, t.weekday),
  ],
)
