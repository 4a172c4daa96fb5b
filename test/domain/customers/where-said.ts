import type { TestDatabase } from '#test/setup/database.ts'

/** Which tables have these words, in whatever column. */
export async function whereSaid(database: TestDatabase, words: string): Promise<string[]> {
  const connection = database.connect({ max: 1 })
  const tables = await connection<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await connection`
      select 1 from ${connection(name)} t where t::text like ${`%${words}%`} limit 1`
    if (rows.length > 0) found.push(name)
  }
  return found
}
