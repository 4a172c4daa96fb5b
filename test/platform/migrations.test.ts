import { expect, test } from 'vitest'
import { appRole, migrateDatabase } from '#db/migrate.server.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()

async function shape() {
  const sql = database.connect({ max: 1 })
  const columns = await sql`
    select table_schema, table_name, column_name, data_type, column_default
    from information_schema.columns
    where table_schema not in ('pg_catalog', 'information_schema')
    order by 1, 2, 3`
  const rules = await sql`
    select conrelid::regclass::text as table_name, conname, pg_get_constraintdef(oid) as definition
    from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`
  const done = await sql`select hash, created_at from drizzle.__drizzle_migrations order by id`
  return { columns: [...columns], rules: [...rules], done: [...done] }
}

test('the template is migrated by a real Postgres 18 in UTF-8', async () => {
  const sql = database.connect({ max: 1 })
  const [server] = await sql`
    select current_setting('server_version_num')::int / 10000 as major,
           current_setting('server_encoding') as encoding`
  expect(server).toEqual({ major: 18, encoding: 'UTF8' })
  const { columns } = await shape()
  expect(columns.some((column) => column.table_name === 'tickets')).toBe(true)
})

test('Q-11: migrating again, even twice at once, changes nothing', async () => {
  const before = await shape()
  await Promise.all([migrateDatabase(database.url), migrateDatabase(database.url)])
  expect(await shape()).toEqual(before)
})

test('Q-24: the application may add to what has happened, and never rewrite it', async () => {
  const sql = database.connect({ max: 1 })
  await sql`set role ${sql(appRole)}`
  for (const table of ['ticket_events', 'signed_records', 'follow_up_attempts', 'audit_log']) {
    for (const attempt of [`delete from ${table}`, `truncate ${table}`]) {
      await expect(sql.unsafe(attempt), attempt).rejects.toMatchObject({ code: '42501' })
    }
  }
  await expect(sql`update audit_log set action = ''`).rejects.toMatchObject({ code: '42501' })
})
