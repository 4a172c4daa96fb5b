import type { Db } from '#db/client.server.ts'
import { areas, products, stores } from '#db/schema/stores.ts'
import { only, serial } from './serial.ts'

export async function aStore(db: Db, facts: Partial<typeof stores.$inferInsert> = {}) {
  const n = serial()
  const values = {
    code: `S${n}`,
    nameZh: `测试店${n}`,
    nameEn: `Store ${n}`,
    cityZh: '上海',
    cityEn: 'Shanghai',
    ...facts,
  }
  return only(await db.insert(stores).values(values).returning())
}

export async function anArea(db: Db, facts: Partial<typeof areas.$inferInsert> = {}) {
  const n = serial()
  const values = {
    nameZh: `测试区${n}`,
    nameEn: `District ${n}`,
    cityZh: '上海',
    cityEn: 'Shanghai',
    ...facts,
  }
  return only(await db.insert(areas).values(values).returning())
}

export async function aProduct(db: Db, facts: Partial<typeof products.$inferInsert> = {}) {
  const n = serial()
  const values = {
    model: `M-${n}`,
    nameZh: '推拉门衣柜',
    nameEn: 'Sliding-door wardrobe',
    warrantyMonths: 24,
    ...facts,
  }
  return only(await db.insert(products).values(values).returning())
}
