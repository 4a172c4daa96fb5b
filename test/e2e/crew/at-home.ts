import type { Page } from 'playwright-core'
import type postgres from 'postgres'
import { expect } from 'vitest'

interface Facts {
  status?: 'confirmed' | 'arrived' | 'working'
  kind?: 'repair' | 'exchange'
  skill?: 'repair' | 'delivery'
  locale?: 'zh-CN' | 'en'
  /** The visit is another one of this ticket. */
  ticket?: number
}

let minute = 0

/** A visit of crew 1 for the beginning of today, of a ticket with no other visit open. */
export async function aVisitAtHome(
  sql: postgres.Sql,
  { status = 'working', kind = 'repair', skill = 'repair', locale = 'zh-CN', ticket }: Facts = {},
) {
  minute += 2
  const email = `home${minute}@example.test`
  const home = ticket
    ? await ticketAgain(sql, ticket)
    : await aTicketOfItsOwn(sql, { kind, locale, email })
  const there = status === 'confirmed' ? null : new Date()
  const [visit] = await sql<{ id: number }[]>`
    insert into visits (ticket_id, status, skill, work, window_start, window_end, duration_minutes, planned_start,
      planned_end, crew_id, set_out_at, arrived_at, started_at, created_at)
    select ${home.id}, ${status}, ${skill}, '调平三扇门', day.start, day.start + interval '23 hours', 5,
      day.start + ${minute} * interval '1 minute', day.start + ${minute + 1} * interval '1 minute', s.crew_id,
      ${there}, ${there}, ${status === 'working' ? there : null}, now()
    from staff s,
      (select date_trunc('day', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai' as start) day
    where s.email = 'crew1@demo.test' returning id`
  return { id: Number(visit!.id), ticket: Number(home.id), name: home.name, email }
}

interface Home {
  id: number
  name: string
}

/** A ticket like one of the demo's, with nothing planned for it yet. */
async function aTicketOfItsOwn(
  sql: postgres.Sql,
  { kind, locale, email }: { kind: string; locale: string; email: string },
): Promise<Home> {
  const own = { kind, email, number: `R9${String(minute).padStart(5, '0')}-0`, status: 'scheduled' }
  const [home] = await sql<Home[]>`
    insert into tickets overriding system value
    select (jsonb_populate_record(t, ${sql.json(own)} || jsonb_build_object(
      'id', nextval(pg_get_serial_sequence('tickets', 'id')), 'submission_key', null))).*
    from tickets t where t.locale = ${locale} and t.kind = 'repair' and t.status = 'scheduled'
    order by t.id limit 1
    returning id, name`
  return home!
}

async function ticketAgain(sql: postgres.Sql, id: number): Promise<Home> {
  const [home] = await sql<Home[]>`
    update tickets set status = 'scheduled', paused_until = null, pause_reason = null
    where id = ${id} returning id, name`
  return home!
}

/** The visit's page, come alive. */
export async function openVisit(page: Page, id: number) {
  await page.goto(`/crew/visits/${id}`)
  await page.locator('.checklist ~ p button').waitFor({ state: 'detached' })
}

/** Opens one of the things that weren't planned. */
export async function unplanned(page: Page, title: string, what: string) {
  await page.getByText(title, { exact: true }).click()
  await page.locator('summary').filter({ hasText: what }).first().click()
}

/** All that was recorded of a visit has been sent and taken, in this order. */
export async function expectTaken(sql: postgres.Sql, id: number, kinds: string[]) {
  const entries = async () =>
    (
      await sql<{ kind: string; refusal: string | null }[]>`
        select kind, refusal from visit_entries where visit_id = ${id} order by id`
    ).map(({ kind, refusal }) => (refusal ? `${kind}: ${refusal}` : kind))
  await expect.poll(entries, { timeout: 15_000 }).toEqual(kinds)
}
