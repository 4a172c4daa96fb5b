import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  doublePrecision,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { identity, instant, reference } from './columns.ts'

export const stores = pgTable('stores', {
  id: identity(),
  code: text('code').notNull().unique(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  cityZh: text('city_zh').notNull(),
  cityEn: text('city_en').notNull(),
  /** As it stands on paper; empty where nobody wrote it down. */
  address: text('address').notNull().default(''),
  /** From then on nothing new is sold or registered there; what it sold stays its own. */
  closedAt: instant('closed_at'),
})

/** 服务区域: where a crew is at home; a ticket's area is found from its address. */
export const areas = pgTable(
  'areas',
  {
    id: identity(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    cityZh: text('city_zh').notNull(),
    cityEn: text('city_en').notNull(),
    /** As addresses write them, in either language; an address that names one lies in this area. */
    districts: text('districts')
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** Its middle, WGS 84 degrees; where crews at home here set out. */
    lat: doublePrecision('lat'),
    lng: doublePrecision('lng'),
    /** The middle of some of its districts, by their name. */
    districtPoints: jsonb('district_points')
      .$type<Record<string, { lat: number; lng: number }>>()
      .notNull()
      .default({}),
    /** How fast a crew's vehicle gets along here, stops and lights included. */
    speedKmh: smallint('speed_kmh').notNull().default(25),
  },
  (t) => [
    unique().on(t.cityZh, t.nameZh),
    check('areas_point', sql`(${t.lat} is null) = (${t.lng} is null)`),
    check('areas_lat', sql`${t.lat} between -90 and 90`),
    check('areas_lng', sql`${t.lng} between -180 and 180`),
    check('areas_speed', sql`${t.speedKmh} between 3 and 120`),
  ],
)

/** What is wrong, in the words a homeowner would choose from. */
export const categories = pgTable('categories', {
  key: text('key').primaryKey(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  position: smallint('position').notNull().default(0),
  /** Offered for new tickets. */
  active: boolean('active').notNull().default(true),
})

export const products = pgTable('products', {
  id: identity(),
  model: text('model').notNull().unique(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  /** Full months from delivery. */
  warrantyMonths: bigint('warranty_months', { mode: 'number' }).notNull(),
  /** Its cartons or pieces, as a customer tells them apart. */
  pieces: jsonb('pieces').$type<{ zh: string; en: string }[]>().notNull().default([]),
  /** Who makes it; claims go there. */
  supplier: text('supplier'),
  active: boolean('active').notNull().default(true),
  storeId: reference('store_id').references(() => stores.id),
})
