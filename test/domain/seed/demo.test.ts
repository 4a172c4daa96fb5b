import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import type postgres from 'postgres'
import { beforeAll, describe, expect, test } from 'vitest'
import { demoPassword, demoSignIns } from '#db/seed/sign-ins.ts'
import { attemptOutcomes, followUpStatuses } from '#db/vocabulary/follow-ups.ts'
import {
  canMoveTicket,
  ticketChannels,
  ticketEventKinds,
  ticketKinds,
  type TicketStatus,
  ticketStatuses,
} from '#db/vocabulary/tickets.ts'
import { skills, visitStatuses } from '#db/vocabulary/visits.ts'
import { readKeptFile } from '#app/platform/files.server.ts'
import { testDatabase } from '#test/setup/database.ts'
import { consequencesOf } from '#app/domain/returns/consequences-of-decision.ts'
import { caseStatuses, type Plan } from '#db/vocabulary/returns.ts'
import { count, load, shape } from './loading.ts'

// A Wednesday, a quarter past two in the company's zone.
const now = new Date('2026-03-18T14:15:00+08:00')

const database = testDatabase()
let sql: postgres.Sql

const values = async (column: string, table: string) =>
  (await sql.unsafe<{ value: string }[]>(`select distinct ${column} as value from ${table}`)).map(
    ({ value }) => value,
  )

beforeAll(async () => {
  sql = database.connect({ max: 2 })
  await load(database.url, now)
})

test('loading again changes nothing', async () => {
  const before = await shape(sql)
  await load(database.url, new Date(now.getTime() + 86_400_000), 2)
  expect(await shape(sql)).toEqual(before)
})

describe('two processes at once, on a database of their own', () => {
  const other = testDatabase()
  test('load it once, and the same as anybody else at that moment', async () => {
    await load(other.url, now, 2)
    expect(await shape(other.connect({ max: 1 }))).toEqual(await shape(sql))
  }, 60_000)
})

test('there is as much of everything as was promised', async () => {
  expect(await count(sql`select count(*) from stores where closed_at is null`)).toBe(3)
  expect(await count(sql`select count(*) from stores where closed_at is not null`)).toBe(1)
  expect(await count(sql`select count(*) from stores where address = ''`)).toBe(0)
  expect(await count(sql`select count(distinct city_en) from stores`)).toBe(2)
  expect(await count(sql`select count(*) from crews`)).toBe(13)
  expect(await count(sql`select count(*) from areas`)).toBe(8)
  expect(await count(sql`select count(*) from orders`)).toBe(60)
  expect(await count(sql`select count(*) from tickets`)).toBe(121)
  expect(await count(sql`select count(*) from products`)).toBeGreaterThanOrEqual(30)
  expect(
    await count(sql`select count(*) from orders o where not exists
      (select 1 from order_lines l where l.order_id = o.id)`),
  ).toBe(0)
})

test('everybody named in the sign-ins is there with their role', async () => {
  const rows = await sql<{ email: string; role: string; hash: string }[]>`
    select email, role, password_hash as hash from staff join staff_roles on staff_id = id`
  const byEmail = new Map(rows.map(({ email, role }) => [email, role]))
  for (const { email, role } of demoSignIns) expect(byEmail.get(email)).toBe(role)
  const { verify } = await import('@node-rs/argon2')
  expect(rows[0]!.hash).toContain('$argon2id$')
  expect(await verify(rows[0]!.hash, demoPassword)).toBe(true)
  expect(
    await count(sql`select count(*) from crews c where not exists
      (select 1 from staff where crew_id = c.id)`),
  ).toBe(0)
})

test('every status, kind, channel, severity and language is there', async () => {
  expect((await values('status', 'tickets')).sort()).toEqual([...ticketStatuses].sort())
  expect((await values('kind', 'tickets')).sort()).toEqual([...ticketKinds].sort())
  expect((await values('channel', 'tickets')).sort()).toEqual([...ticketChannels].sort())
  expect((await values('severity', 'tickets where severity is not null')).sort()).toEqual([
    1, 2, 3, 4,
  ])
  expect((await values('status', 'visits')).sort()).toEqual([...visitStatuses].sort())
  expect((await values('skill', 'checklist_items')).sort()).toEqual([...skills].sort())
  expect((await values('status', 'follow_ups')).sort()).toEqual([...followUpStatuses].sort())
  expect((await values('outcome', 'follow_up_attempts')).sort()).toEqual(
    [...attemptOutcomes].sort(),
  )
  expect((await values('kind', 'ticket_events')).sort()).toEqual([...ticketEventKinds].sort())
  const english = await count(sql`select count(*) from tickets where locale = 'en'`)
  expect(english).toBeGreaterThanOrEqual(36)
  expect(english).toBeLessThanOrEqual(46)
  expect(
    await count(sql`select count(*) from tickets where
      (locale = 'en') = (description ~ '[一-龥]') and kind <> 'complaint'`),
  ).toBe(0)
})

test('every ticket came to its status along the allowed moves, told by its events', async () => {
  const rows = await sql<
    { id: number; status: TicketStatus; kind: string; move: [TicketStatus, TicketStatus] | null }[]
  >`select t.id, t.status, e.kind, case when jsonb_typeof(e.data->'status') = 'array'
      then e.data->'status' end as move
    from tickets t join ticket_events e on e.ticket_id = t.id order by t.id, e.id`
  const histories = new Map<number, (typeof rows)[number][]>()
  for (const row of rows) histories.set(row.id, [...(histories.get(row.id) ?? []), row])
  expect(histories.size).toBe(121)
  for (const events of histories.values()) {
    expect(events[0]!.kind).toBe('registered')
    let status: TicketStatus = 'new'
    for (const { move } of events) {
      if (!move) continue
      expect(move[0]).toBe(status)
      expect(canMoveTicket(...move)).toBe(true)
      status = move[1]
    }
    expect(status).toBe(events[0]!.status)
  }
})

test('history is in order and not of the future', async () => {
  expect(
    await count(sql`select count(*) from (
      select at < lag(at) over (partition by ticket_id order by id) as back from ticket_events
    ) steps where back`),
  ).toBe(0)
  const instants: [string, string][] = [
    ['tickets', 'created_at'],
    ['tickets', 'updated_at'],
    ['ticket_events', 'at'],
    ['ticket_messages', 'created_at'],
    ['attachments', 'created_at'],
    ['visits', 'finished_at'],
    ['ratings', 'created_at'],
    ['follow_up_attempts', 'at'],
    ['signed_records', 'signed_at'],
    ['messages', 'created_at'],
  ]
  for (const [table, column] of instants) {
    const late = sql`select count(*) from ${sql(table)} where ${sql(column)} > ${now}`
    expect([table, await count(late)]).toEqual([table, 0])
  }
  const early = new Date(now.getTime() - 31 * 86_400_000)
  expect(await count(sql`select count(*) from tickets where created_at < ${early}`)).toBe(0)
})

test('facts agree with the status', async () => {
  expect(
    await count(sql`select count(*) from tickets where
      (status in ('resolved', 'closed')) <> (solution is not null and resolved_at is not null)
      or status = 'closed' and closed_at is null
      or status not in ('closed', 'cancelled') and closed_at is not null
      or (status = 'scheduled') <> exists (select 1 from visits v where v.ticket_id = tickets.id
          and (v.status in ('confirmed', 'on_the_way', 'arrived') or (v.status = 'proposed'
            and exists (select 1 from ticket_events e where e.visit_id = v.id and e.kind = 'visit_unassigned'))))
      or (status not in ('new')) <> (severity is not null)`),
  ).toBe(0)
})

test('BK-2: no crew is in two places, and each is on shift', async () => {
  expect(
    await count(sql`select count(*) from visits a join visits b on a.id < b.id
      and a.crew_id = b.crew_id and a.status <> 'cancelled' and b.status <> 'cancelled'
      and tstzrange(a.planned_start, a.planned_end) && tstzrange(b.planned_start, b.planned_end)`),
  ).toBe(0)
  expect(
    await count(sql`select count(*) from visits v where v.status <> 'cancelled'
      and v.crew_id is not null and not exists (
        select 1 from shifts s, crews c where s.crew_id = v.crew_id and c.id = v.crew_id
          and v.skill = any(c.skills)
          and s.weekday = extract(isodow from v.planned_start at time zone 'Asia/Shanghai')
          and s.week - 1 = ((v.planned_start at time zone 'Asia/Shanghai')::date - c.rotation_from) / 7
            % c.rotation_weeks
          and s.starts_at <= (v.window_start at time zone 'Asia/Shanghai')::time
          and s.ends_at >= (v.window_end at time zone 'Asia/Shanghai')::time
          and v.planned_start >= v.window_start and v.planned_end <= v.window_end)`),
  ).toBe(0)
})

test('crews 1 and 2 work every day, and today is worth a look', async () => {
  const weekdays = await sql<{ crew: string; days: number }[]>`
    select c.name_en as crew, count(*)::int as days from crews c join shifts s on s.crew_id = c.id
    where s.starts_at = '08:00' and s.ends_at = '20:00' group by 1 having count(*) = 7 order by 1`
  expect(weekdays.map(({ crew }) => crew)).toEqual(['Repair crew 1', 'Repair crew 2'])
  const today = await sql<{ status: string }[]>`
    select v.status from visits v join staff s on s.crew_id = v.crew_id
    where s.email = 'crew1@demo.test'
      and (v.planned_start at time zone 'Asia/Shanghai')::date = '2026-03-18' order by v.planned_start`
  expect(today.map(({ status }) => status)).toEqual([
    ...Array<string>(2).fill('finished'),
    ...Array<string>(3).fill('confirmed'),
  ])
  expect(
    await count(sql`select count(*) from visits where status = 'proposed' and window_start > ${now}
      and window_start < ${new Date('2026-03-20T00:00:00+08:00')}`),
  ).toBe(11)
})

test('every window a customer was told is promised once, and kept or broken when its day is over', async () => {
  expect(await count(sql`select count(*) from promises where made_at > ${now}`)).toBe(0)
  expect(
    await count(sql`select count(*) from visits v where 1 <> (select count(*) from promises p
        where p.visit_id = v.id and p.window_start = v.window_start and p.window_end = v.window_end)
      and (v.status <> 'proposed' or overbooked_by is not null)`),
  ).toBe(0)
  const wrong = await sql`
    select p.id, p.outcome, p.breach from promises p join visits v on v.id = p.visit_id
    where (p.outcome = 'open') <> (v.status <> 'cancelled' and p.window_start = v.window_start
        and p.window_end > ${new Date('2026-03-18T00:00:00+08:00')})
      or (p.outcome = 'kept') <> (coalesce(v.arrived_at <= p.window_end, false) and p.outcome <> 'open'
        and v.no_show is distinct from 'customer')
      or (p.outcome = 'released') <> (v.no_show is not distinct from 'customer')
      or (p.breach = 'late') <> (v.arrived_at > p.window_end and p.outcome <> 'open')
      or p.settled_at > ${now} or p.settled_at < p.made_at`
  expect(Array.from(wrong)).toEqual([])
  const seen = await sql<{ what: string }[]>`
    select distinct coalesce(breach, outcome) as what from promises order by 1`
  expect(seen.map(({ what }) => what)).toEqual([
    'kept',
    'late',
    'missed',
    'open',
    'released',
    'withdrawn',
  ])
  expect((await values('origin', 'promises')).sort()).toEqual(['booked', 'confirmed', 'moved'])
  const people = sql`select distinct made_by from promises`
  expect(await count(sql`select count(*) from (${people}) people`)).toBeGreaterThan(2)
})

test('BK-6: tomorrow a repair lacks a part and an install finds no ready room', async () => {
  const tomorrow = sql`(window_start at time zone 'Asia/Shanghai')::date = '2026-03-19'`
  const told = sql`select 1 from messages m where m.visit_id = v.id and m.template = 'visit-parts-short'`
  expect(
    await count(sql`select count(*) from visits v join visit_marks m on m.visit_id = v.id
      where m.cleared_at is null and m.kind = 'parts_short' and v.skill = 'repair' and ${tomorrow}`),
  ).toBe(1)
  expect(await count(sql`select count(*) from visits v where exists (${told})`)).toBe(1)
  expect(await count(sql`select count(*) from visit_marks where cleared_at is not null`)).toBe(1)
  expect(
    await count(sql`select count(*) from visits v join site_checks s using (ticket_id)
      where not s.room_ready and v.skill = 'install' and v.status = 'confirmed' and ${tomorrow}`),
  ).toBeGreaterThan(0)
})

test('VS-3: every finished visit is checked and signed, in one unbroken chain', async () => {
  const { firstPreviousHash, recordHash } = await import('#app/domain/work/signed-record.server.ts')
  const records = await sql`
    select seq::int as seq, kind, visit_id::int as "visitId", content, previous_hash as "previousHash",
      hash, signed_at as "signedAt", signer_name as "signerName" from signed_records order by seq`
  expect(records.length).toBe(
    await count(sql`select (select count(*) from visits where status = 'finished')
      + (select count(*) from ticket_events where kind = 'record_corrected')`),
  )
  let previous = firstPreviousHash
  for (const record of records as unknown as Parameters<typeof recordHash>[0][]) {
    expect(record.previousHash).toBe(previous)
    previous = recordHash(record)
    expect((record as { hash?: string }).hash).toBe(previous)
  }
  expect(
    await count(sql`select count(*) from ticket_events e left join signed_records r
      on r.visit_id = e.visit_id and r.kind = case e.kind when 'work_signed' then 'work' else 'correction' end
      where e.kind in ('work_signed', 'record_corrected') and e.data->>'hash' is distinct from r.hash`),
  ).toBe(0)
  expect(
    await count(sql`select count(*) from visits v join checklist_items i on i.skill = v.skill and i.must
      left join visit_checks c on c.visit_id = v.id and c.item_id = i.id
      where v.status = 'finished' and (c.done is not true and c.reason is null)`),
  ).toBe(0)
})

test('FU-1 to FU-4: follow-ups are due, overdue and done, and poor answers became complaints', async () => {
  expect(
    await count(sql`select count(*) from visits v where v.status = 'finished'
      and not exists (select 1 from follow_ups f where f.visit_id = v.id)`),
  ).toBe(0)
  const due = await sql<{ overdue: number; ahead: number }[]>`
    select count(*) filter (where due_at <= ${now})::int as overdue,
      count(*) filter (where due_at > ${now})::int as ahead from follow_ups where status = 'due'`
  expect(due[0]!.overdue).toBeGreaterThan(2)
  expect(due[0]!.ahead).toBeGreaterThan(2)
  expect(
    await count(sql`select count(*) from follow_ups f where status = 'unreachable' and 3 <> (
      select count(distinct extract(hour from at)) from follow_up_attempts a where a.follow_up_id = f.id)`),
  ).toBe(0)
  const poor = sql`least(attitude, quality, solved, punctuality, tidiness) <= 2`
  const complaints = sql`select about_visit_id from tickets where kind = 'complaint'`
  expect(await count(sql`select count(*) from ratings where ${poor}`)).toBeGreaterThanOrEqual(4)
  expect(
    await count(sql`select count(*) from ratings where (${poor}) <>
      coalesce(visit_id in (${complaints} and about_visit_id is not null), false)`),
  ).toBe(0)
})

test('VS-4 to VS-7: what left a home is out, overdue and back; somebody is yet to answer', async () => {
  const receipts = await sql<{ standing: string; ticket: TicketStatus }[]>`
    select case when purpose = 'exchange' then 'for good' when reclaimed then 'back'
        when back_on < '2026-03-18' then 'overdue' else 'out' end as standing, t.status as ticket
    from custody_receipts c join tickets t on t.id = c.ticket_id order by 1`
  expect(receipts.map(({ standing, ticket }) => [standing, ticket])).toEqual([
    ['back', 'closed'],
    ['for good', 'closed'],
    ['out', 'paused'],
    ['overdue', 'paused'],
  ])
  expect(
    await count(sql`select count(*) from custody_receipts c where not exists (
        select 1 from attachments a where a.about = c.key and a.stage = 'custody')
      or not exists (select 1 from attachments a where a.about = c.key and a.stage = 'consent')`),
  ).toBe(0)
  const extras = await sql<{ said: string; status: string }[]>`
    select coalesce(decision, 'open') as said, v.status from visit_extras e
    join visits v on v.id = e.visit_id order by 1`
  expect(extras.map(({ said, status }) => [said, status])).toEqual([
    ['accepted', 'finished'],
    ['accepted', 'finished'],
    ['declined', 'finished'],
    ['open', 'working'],
  ])
  expect(
    await count(sql`select count(*) from visit_damages d join attachments a on a.about = d.key
      where d.acknowledged_by is not null and a.stage = 'damage'`),
  ).toBeGreaterThan(0)
  expect((await values('refusal', 'visit_entries')).sort()).toEqual([
    'visitCancelled',
    'visitFinished',
  ])
  expect((await values('no_show', 'visits where no_show is not null')).sort()).toEqual([
    'crew',
    'customer',
  ])
  expect(
    await count(sql`select count(*) from visits v join tickets t on t.id = v.ticket_id
      where v.outcome = 'escalated' and t.status = 'triaged'`),
  ).toBe(1)
  for (const [table, from, to] of [
    ['visit_pauses', 'paused_at', 'resumed_at'],
    ['visit_extras', 'proposed_at', 'decided_at'],
  ] as const) {
    expect(
      await count(sql`select count(*) from ${sql(table)} each join visits v on v.id = each.visit_id
        where ${sql(from)} < v.started_at or coalesce(${sql(to)}, ${sql(from)}) > coalesce(v.finished_at, ${now})`),
    ).toBe(0)
  }
})

test('RX-1 to RX-5, CP-1, CP-2: returns in every state, a claim 20 days old, complaints and faults', async () => {
  expect((await values('status', 'return_cases')).sort()).toEqual([...caseStatuses].sort())
  const late = sql`select count(*) from supplier_claims where status = 'sent' and sent_at <= ${now}::timestamptz - interval '20 days'`
  expect(await count(late)).toBe(1)
  expect((await values('status', 'complaints')).sort()).toEqual([
    'answered',
    'closed',
    'investigating',
    'open',
  ])
  expect((await values('status', 'faults')).sort()).toEqual(['raised', 'verified'])
  // Whatever waits for a signature can be signed (RX-4).
  const plans = await sql<{ plan: Plan; waits: boolean }[]>`
    select plan, exists (select 1 from return_cases where pending_id = d.id) as waits from return_decisions d`
  expect(plans.some(({ waits }) => waits)).toBe(true)
  for (const { plan } of plans) expect(consequencesOf(plan, '餐桌')).toBeInstanceOf(Array)
  expect(plans.find(({ waits }) => waits)?.plan).toMatchObject({
    remedy: 'refund',
    collect: 'before',
    amount: 268_000,
  })
  // A ticket doesn't end before its return.
  const left = sql`select count(*) from return_cases c join tickets t on t.id = c.ticket_id
    where c.status in ('asked', 'approving', 'acting', 'appealed') and t.status in ('resolved', 'closed', 'cancelled')`
  expect(await count(left)).toBe(0)
})

test('pictures are kept under their hashes, on three tickets of five', async () => {
  const files = await sql<{ sha256: string; type: string }[]>`
    select distinct sha256, content_type as type from attachments`
  for (const { sha256, type } of files) {
    const bytes = await buffer(readKeptFile(sha256))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    expect(bytes.subarray(0, 2).toString('hex')).toBe(type === 'image/jpeg' ? 'ffd8' : '8950')
  }
  expect((await values('stage', 'attachments')).sort()).toEqual(
    ['after', 'before', 'consent', 'custody', 'damage', 'report', 'signature', 'track'].sort(),
  )
  const pictured = await count(sql`select count(distinct ticket_id) from attachments`)
  expect(pictured).toBeGreaterThan(60)
  expect(pictured).toBeLessThan(84)
  expect(
    await count(sql`select max(n) from (
      select count(*) filter (where stage not in ('signature', 'consent')) as n from attachments group by ticket_id) each`),
  ).toBeLessThanOrEqual(4)
})

test('the mail log can be read in full and has nothing left to send', async () => {
  const mails = await sql`select template, status, subject, text, html, locale from messages`
  expect(mails.length).toBeGreaterThan(6)
  for (const mail of mails) {
    expect(mail.status).toBe('no_provider')
    expect(mail.subject).toMatch(/R\d{6}-\d/)
    expect(String(mail.text).length).toBeGreaterThan(80)
    expect(mail.html).toContain('<html')
  }
  expect(new Set(mails.map(({ locale }) => String(locale)))).toEqual(new Set(['zh-CN', 'en']))
})
