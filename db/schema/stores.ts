import { sql } from 'drizzle-orm'
import { bigint, boolean, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { identity, reference } from './columns.ts'

export const stores = pgTable('stores', {
  id: identity(),
  code: text('code').notNull().unique(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  cityZh: text('city_zh').notNull(),
  cityEn: text('city_en').notNull(),
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
  },
  (t) => [unique().on(t.cityZh, t.nameZh)],
)

export const products = pgTable('products', {
  id: identity(),
  model: text('model').notNull().unique(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  /** Full months from delivery. */
  warrantyMonths: bigint('warranty_months', { mode: 'number' }).notNull(),
  active: boolean('active').notNull().default(true),
  storeId: reference('store_id').references(() => stores.id),
})
