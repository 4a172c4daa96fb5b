import { beforeAll, describe, expect, test } from 'vitest'
import { listWindows, nearestWindows } from '#app/domain/windows/index.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const now = new Date('2026-03-10T02:00:00Z')
const ctx = () => contextOf(database.db, { kind: 'anonymous' }, { now })

/** 50 stores, 300,000 customers, 60 areas with every service's windows for 31 days. */
beforeAll(async () => {
  const sql = database.connect({ max: 1 })
  await sql.unsafe(`
    insert into stores (code, name_zh, name_en, city_zh, city_en)
      select 'L' || n, '店' || n, 'Store ' || n, '苏州', 'Suzhou' from generate_series(1, 50) n;
    insert into customers (phone, name, address, locale, created_at)
      select '+861' || (3000000000 + n), '顾客' || n, '苏州', 'zh-CN', now() from generate_series(1, 300000) n;
    insert into areas (name_zh, name_en, city_zh, city_en)
      select '片区' || n, 'Area ' || n, '苏州', 'Suzhou' from generate_series(1, 60) n;
    insert into windows (area_id, service, day, starts_at, ends_at, place_minutes, capacity_minutes)
      select areas.id, services.key, day, day + hour, day + hour + interval '2 hours', 60, 120
      from areas, services, generate_series('2026-03-10'::timestamp, '2026-04-09', '1 day') day,
        unnest(array['08:30', '10:30', '13:30', '15:30', '18:00']::interval[]) hour;
    analyze;`)
}, 120_000)

const planOf = async (ask: () => Promise<unknown>): Promise<string> => {
  const sql = database.connect({ max: 1 })
  const text = await statementOf(ask)
  const rows = await sql.unsafe(`explain (analyze, costs off, timing off, summary off) ${text}`)
  return rows.map((row) => String(row['QUERY PLAN'])).join('\n')
}

/** The statement on `windows` that a verb sends, with its values written into it. */
async function statementOf(ask: () => Promise<unknown>): Promise<string> {
  const { db } = database
  const session = (db as unknown as { session: { prepareQuery: (...args: never[]) => unknown } })
    .session
  const sent: { sql: string; params: unknown[] }[] = []
  const prepareQuery = session.prepareQuery.bind(session)
  session.prepareQuery = (...args: never[]) => {
    sent.push(args[0] as unknown as { sql: string; params: unknown[] })
    return prepareQuery(...args)
  }
  try {
    await ask()
  } finally {
    session.prepareQuery = prepareQuery
  }
  const asked = sent.filter(({ sql }) => sql.includes('"windows"'))
  expect(asked).toHaveLength(1)
  return asked[0]!.sql.replace(/\$(\d+)/g, (_, n: string) => {
    const value = asked[0]!.params[Number(n) - 1]
    const text = value instanceof Date ? value.toISOString() : String(value)
    return typeof value === 'number' || typeof value === 'boolean' ? text : `'${text}'`
  })
}

describe('BK-1 the window list of an area', () => {
  test('is one walk along an index, with 300,000 customers and 37,000 windows', async () => {
    const asked = { service: 'survey' as const, areaId: 30 }
    expect((await listWindows(ctx(), asked)).length).toBe(150)
    const plan = await planOf(() => listWindows(ctx(), asked))
    expect(plan).toContain('windows_once')
    expect(plan).not.toContain('Seq Scan on windows')
  })

  test('so are the three nearest', async () => {
    const asked = {
      service: 'survey' as const,
      areaId: 30,
      start: new Date('2026-03-20T05:30:00Z'),
    }
    const near = await nearestWindows(ctx(), asked)
    expect(near).toHaveLength(3)
    const plan = await planOf(() => nearestWindows(ctx(), asked))
    expect(plan).toContain('windows_once')
    expect(plan).not.toContain('Seq Scan on windows')
  })
})
