import { randomBytes, randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import { hashToken } from '#app/platform/tokens.server.ts'
import { roles, storeRoles, type Role } from '#db/vocabulary/roles.ts'

interface Rows {
  ticket: string
  visit: number
  attachment: string
  order: string
  orderImport: string
  /** The number of a custody receipt. */
  receipt: string
  customer: number
  /** The number of a decided return, and what it set going. */
  case: string
  steps: Record<'goods' | 'delivery' | 'refund' | 'original', number>
  /** The number of a claim on a supplier about it. */
  claim: string
}

/** Rows of two stores, two crews and two customers, and the links and people that belong to the first. */
export interface Samples {
  ours: Rows
  theirs: Rows
  trackToken: string
  rateToken: string
  /** Of the calendar of the first ticket. */
  calendarToken: string
  followUp: number
  /** The number of a complaint. */
  complaint: string
  /** The crew colleague's own, and the crew and area it is about. */
  leave: number
  crew: number
  area: number
  /** A day far ahead that is a holiday, and on which the crew has hours of its own. */
  dayOff: string
  /** A day's plan that nobody works on. */
  plan: string
  person: string
  store: number
  /** A line of the repair checklist. */
  check: number
  message: string
  /** A mail that waits for somebody to say where it belongs. */
  mail: string
  phrase: number
  /** A queue under a name, shared. */
  view: number
  /** A colleague for each role: at the first store, on the first crew. */
  colleagues: { role: Role; email: string }[]
}

type Sql = postgres.Sql

/** What every customer's page is searched for: words that only colleagues may read. */
export const canary = 'canary-only-for-colleagues'

export async function makeSamples(sql: Sql): Promise<Samples> {
  const stores = await sql<{ id: number }[]>`select id from stores order by id limit 2`
  const crews = await sql<{ id: number }[]>`select id from crews order by id limit 2`
  const [ours, theirs] = await Promise.all(
    [0, 1].map((i) => makeRows(sql, stores[i]!.id, crews[i]!.id)),
  )
  const [ticket] = await sql<
    { id: number }[]
  >`select id from tickets where number = ${ours!.ticket}`
  const colleagues = await Promise.all(
    roles.map((role) => makeColleague(sql, role, stores[0]!.id, crews[0]!.id)),
  )
  const [author] = await sql<
    { id: string }[]
  >`select id from staff where email = ${colleagues[0]!.email}`
  await sql`insert into ticket_notes (ticket_id, author_id, body, created_at)
    values (${ticket!.id}, ${author!.id}, ${canary}, now())`
  const [followUp] = await sql<{ id: number }[]>`
    select id from follow_ups where kind = 'visit' and status = 'due' order by id limit 1`
  const [message] = await sql<{ id: string }[]>`
    insert into messages (template, locale, recipient, params, status, subject, text, html, created_at)
    values ('ticket-received', 'en', 'a@b.test', '{}', 'no_provider', 'Subject', 'Text', '<p>Text</p>', now())
    returning id`
  const [mail] = await sql<{ id: string }[]>`
    insert into inbound_mails (provider_id, from_address, subject, text, reply, received_at, status, reason)
    values ('sample', 'a@b.test', 'Subject', 'Text', 'Text', now(), 'review', 'no_link') returning id`
  const [phrase] = await sql<{ id: number }[]>`
    insert into phrases (title_zh, title_en, body_zh, body_en, updated_at)
    values ('问候', 'Greeting', '您好', 'Hello', now()) returning id`
  const [view] = await sql<{ id: number }[]>`
    insert into ticket_views (staff_id, name, query, shared, created_at)
    values (${author!.id}, 'Urgent', 'queue=open&severity=1', true, now()) returning id`
  const dayOff = '2099-01-01'
  await sql`insert into holidays (day, name_zh, name_en) values (${dayOff}, '元旦', 'New Year')`
  await sql`insert into shift_exceptions (crew_id, day, created_at) values (${crews[0]!.id}, ${dayOff}, now())`
  const [leave] = await sql<{ id: number }[]>`
    insert into leaves (crew_id, staff_id, starts_at, ends_at, reason, asked_by, asked_at)
    select crew_id, id, '2098-01-01T02:00Z', '2098-01-01T04:00Z', 'Somewhere else', id, now()
    from staff where email = 'crew@access.test' returning id`
  const [plan] = await sql<{ id: string }[]>`
    insert into day_plans (day, mode, status, seconds, asked_by, asked_at, beat_at)
    values ('2099-01-02', 'fill', 'failed', 10, ${author!.id}, now(), now()) returning id`
  const [check] = await sql<{ id: number }[]>`
    select id from checklist_items where skill = 'repair' and active order by id limit 1`
  const [area] = await sql<{ id: number }[]>`select id from areas order by id limit 1`
  return {
    ours: ours!,
    theirs: theirs!,
    trackToken: await makeLink(sql, 'track', ticket!.id, null),
    rateToken: await makeLink(sql, 'rate', ticket!.id, ours!.visit),
    calendarToken: await makeFeed(sql, ticket!.id),
    followUp: followUp!.id,
    complaint: await makeComplaint(sql, ticket!.id),
    leave: leave!.id,
    crew: crews[0]!.id,
    area: area!.id,
    dayOff,
    plan: plan!.id,
    person: author!.id,
    store: stores[0]!.id,
    check: check!.id,
    message: message!.id,
    mail: mail!.id,
    phrase: phrase!.id,
    view: view!.id,
    colleagues,
  }
}

/** A ticket of the store with a photo and a signed visit of the crew, long ago so that no plan is in its way. */
async function makeRows(sql: Sql, store: number, crew: number): Promise<Rows> {
  const number = `R9${String(store).padStart(5, '0')}-0`
  const phone = `+8613800${String(90_000 + store).padStart(6, '0')}`
  const [customer] = await sql<{ id: number }[]>`
    insert into customers (phone, name, locale, created_at) values (${phone}, 'Somebody', 'en', now())
    returning id`
  const [ticket] = await sql<{ id: number }[]>`
    insert into tickets (number, kind, status, category, channel, product, description, store_id, customer_id,
      name, phone, address, locale, created_at, updated_at)
    values (${number}, 'repair', 'triaged', 'door', 'portal', 'Sofa', 'It creaks', ${store}, ${customer!.id},
      'Somebody', ${phone}, 'Some street 1', 'en', now(), now())
    returning id`
  const [visit] = await sql<{ id: number }[]>`
    insert into visits (ticket_id, status, skill, work, window_start, window_end, duration_minutes, planned_start,
      planned_end, crew_id, set_out_at, arrived_at, started_at, finished_at, work_done, created_at)
    values (${ticket!.id}, 'finished', 'repair', 'Look', '2020-01-06T02:00Z', '2020-01-06T04:00Z', 60,
      '2020-01-06T02:00Z', '2020-01-06T03:00Z', ${crew}, '2020-01-06T01:30Z', '2020-01-06T02:00Z',
      '2020-01-06T02:05Z', '2020-01-06T03:00Z', 'Done', '2020-01-05T02:00Z')
    returning id`
  await sql`
    insert into signed_records (seq, visit_id, content, previous_hash, hash, signed_at, signer_name)
    select max(seq) + 1, ${visit!.id}, '{}', '', ${randomUUID()}, now(), 'Somebody' from signed_records`
  const [taker] = await sql<{ id: string }[]>`select id from staff limit 1`
  const [receipt] = await sql<{ number: string }[]>`
    insert into custody_receipts (key, visit_id, ticket_id, purpose, item, condition, taken_at, taken_by, handed_by)
    values (${randomUUID()}, ${visit!.id}, ${ticket!.id}, 'repair', 'Door', 'Scratched', '2020-01-06T03:00Z',
      ${taker!.id}, 'Somebody')
    returning number`
  const attachment = randomUUID()
  await sql`
    insert into attachments (id, ticket_id, visit_id, stage, content_type, bytes, width, height, sha256,
      original_name, created_at)
    select ${attachment}, ${ticket!.id}, null, 'report', content_type, bytes, width, height, sha256, 'p.jpg', now()
    from attachments where content_type = 'image/jpeg' limit 1`
  const order = `XS9${store}-1`
  await sql`
    insert into orders (number, status, store_id, name, phone, address, ordered_on, clerk)
    values (${order}, 'entered', ${store}, 'Somebody', ${phone}, 'Some street 1', '2026-01-05', 'Clerk')`
  const [maker] = await sql<{ id: string }[]>`select id from staff limit 1`
  const [file] = await sql<{ id: string }[]>`
    insert into order_imports (store_id, made_by, file_name, rows, created_at)
    values (${store}, ${maker!.id}, 'contracts.csv', ${sql.json([['Order number'], ['X1']])}, now())
    returning id`
  return {
    ticket: number,
    visit: visit!.id,
    attachment,
    order,
    orderImport: file!.id,
    receipt: receipt!.number,
    customer: customer!.id,
    ...(await makeCase(sql, ticket!.id)),
  }
}

async function makeCase(sql: Sql, ticket: number): Promise<Pick<Rows, 'case' | 'steps' | 'claim'>> {
  const [one] = await sql<{ id: number; number: string }[]>`
    insert into return_cases (ticket_id, product, reason, wish, words, asked_at, due_at)
    values (${ticket}, 'Sofa', 'defect', 'exchange', 'It creaks', now(), now() + interval '1 day')
    returning id, number`
  const [decision] = await sql<{ id: number }[]>`
    insert into return_decisions (case_id, seq, remedy, why, told, terms, costs, total, currency, plan, needs, at, by)
    select ${one!.id}, 1, 'exchange', 'Broken', 'You get another one', '[]', '{}', 0, 'CNY', '{}', 'desk', now(), id
    from staff limit 1 returning id`
  await sql`
    update return_cases set status = 'acting', decision_id = ${decision!.id} where id = ${one!.id}`
  const rows = await sql<{ id: number; kind: keyof Rows['steps'] }[]>`
    insert into return_consequences
      (case_id, decision_id, what, made_at, kind, promised_on, skill, amount, currency, method)
    select ${one!.id}, ${decision!.id}, 'Sofa', now(), v.kind, v.day::date, v.skill, v.amount::bigint, v.currency, v.method
    from (values ('goods', '2099-01-02', null, null, null, null), ('delivery', null, 'delivery', null, null, null),
      ('refund', null, null, '100', 'CNY', 'cash'), ('original', null, null, null, null, null)
    ) as v (kind, day, skill, amount, currency, method)
    returning id, kind`
  const steps = Object.fromEntries(rows.map(({ id, kind }) => [kind, id])) as Rows['steps']
  const [claim] = await sql<{ number: string }[]>`
    insert into supplier_claims (case_id, supplier, amount, currency, made_at, made_by)
    select ${one!.id}, 'Somebody Ltd', 100, 'CNY', now(), id from staff limit 1 returning number`
  return { case: one!.number, steps, claim: claim!.number }
}

/** One about the ticket's customer, which the database opens by itself. */
async function makeComplaint(sql: Sql, about: number): Promise<string> {
  const [complaint] = await sql<{ number: string }[]>`
    insert into tickets (number, kind, status, category, channel, product, description, store_id, customer_id, name,
      phone, address, locale, created_at, updated_at)
    select 'R999999-9', 'complaint', 'new', category, channel, product, 'Nobody came', store_id, customer_id, name,
      phone, address, locale, now(), now() from tickets where id = ${about}
    returning number`
  return complaint!.number
}

async function makeColleague(sql: Sql, role: Role, store: number, crew: number) {
  const email = `${role}@access.test`
  const atStore = (storeRoles as readonly Role[]).includes(role)
  const [person] = await sql<{ id: string }[]>`
    insert into staff (email, name, store_id, crew_id, created_at)
    values (${email}, ${role}, ${atStore ? store : null}, ${role === 'crew' ? crew : null}, now())
    returning id`
  await sql`insert into staff_roles (staff_id, role) values (${person!.id}, ${role})`
  return { role, email }
}

async function makeFeed(sql: Sql, ticket: number): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await sql`insert into calendar_feeds (ticket_id, token_hash, created_at)
    values (${ticket}, ${hashToken(token)}, now())`
  return token
}

async function makeLink(sql: Sql, purpose: string, ticket: number, visit: number | null) {
  const token = randomBytes(24).toString('base64url')
  await sql`
    insert into private_links (id, purpose, ticket_id, visit_id, token_hash, created_at)
    values (${randomUUID()}, ${purpose}, ${ticket}, ${visit}, ${hashToken(token)}, now())`
  return token
}
