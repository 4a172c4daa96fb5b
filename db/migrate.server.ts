import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { runMigrations as migrateJobQueue } from 'graphile-worker'
import postgres from 'postgres'

/** The role the application works under; it may not rewrite history. */
export const appRole = 'shangmen_app'

const appendOnly = [
  'ticket_events',
  'order_events',
  'signed_records',
  'follow_up_attempts',
  'audit_log',
  'service_calendars',
  'article_uses',
  'return_decisions',
  'return_approvals',
  'return_inspections',
  'answerabilities',
  'answerability_shares',
  'answerability_approvals',
  'claim_steps',
  'complaint_findings',
  'inspection_answers',
]
const migrationLock = 7_052_601

/**
 * Brings the database to the current schema. Safe to run from many processes at once and to run again.
 * @param ownerUrl a connection that may create tables; with the right to create roles the application
 *   gets one of its own with fewer rights.
 * @param folder the migrations; the bundled server names it, for it stands elsewhere
 * @returns whether the application's own role exists
 */
export async function migrateDatabase(
  ownerUrl: string,
  folder = fileURLToPath(new URL('./migrations', import.meta.url)),
): Promise<{ hasAppRole: boolean }> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const [{ server_version_num: version }] = await client<
      [{ server_version_num: string }]
    >`show server_version_num`
    if (Number(version) < 150_000) {
      throw new Error(`DATABASE_URL: Postgres 15 or newer is needed, this one reports ${version}`)
    }
    await client`select pg_advisory_lock(${migrationLock})`
    await migrateJobQueue({ connectionString: ownerUrl })
    await migrate(drizzle(client), { migrationsFolder: folder })
    return { hasAppRole: await grantAppRole(client) }
  } finally {
    await client.end()
  }
}

async function grantAppRole(client: postgres.Sql): Promise<boolean> {
  const [role] = await client`select 1 from pg_roles where rolname = ${appRole}`
  if (!role) {
    const [me] =
      await client`select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user`
    if (!me?.may) return false
    // Another database of the same server may be creating it too.
    await client.unsafe(`create role ${appRole} nologin`).catch(unlessItExists)
  }
  await client.unsafe(`
    grant ${appRole} to current_user;
    grant usage on schema public to ${appRole};
    grant select, insert, update, delete on all tables in schema public to ${appRole};
    grant usage on all sequences in schema public to ${appRole};
    grant execute on function enqueue_job(text, json, text, timestamptz) to ${appRole};
    revoke execute on function enqueue_job(text, json, text, timestamptz) from public;
    grant execute on function erase_history(bigint[]) to ${appRole};
    revoke execute on function erase_history(bigint[]) from public;
    revoke update, delete, truncate on ${appendOnly.join(', ')} from ${appRole};
  `)
  return true
}

function unlessItExists(error: Error & { code?: string }) {
  if (error.code !== '42710' && error.code !== '23505') throw error
}
