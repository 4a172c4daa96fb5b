import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { serviceCalendars, ticketClocks } from '#db/schema/clocks.ts'
import { holidays } from '#db/schema/crews.ts'
import { tickets } from '#db/schema/tickets.ts'
import type { ClockKind } from '#db/vocabulary/clocks.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import {
  changeCalendar,
  clocksOf,
  nextClock,
  rewindOpenClocks,
  settleClocks,
} from '#app/domain/clocks/index.server.ts'
import { cancelTicket } from '#app/domain/tickets/cancel-ticket.server.ts'
import { closeTicket } from '#app/domain/tickets/close-ticket.server.ts'
import { pauseTicket } from '#app/domain/tickets/pause-ticket.server.ts'
import { recordFirstContact } from '#app/domain/tickets/record-first-contact.server.ts'
import { registerCall } from '#app/domain/tickets/register-call.server.ts'
import { reopenTicket } from '#app/domain/tickets/reopen-ticket.server.ts'
import { resolveTicket } from '#app/domain/tickets/resolve-ticket.server.ts'
import { resumeTicket } from '#app/domain/tickets/resume-ticket.server.ts'
import { triageTicket } from '#app/domain/tickets/triage-ticket.server.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aPromise } from '#test/factories/promises.ts'
import { aPhone, only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
let clerk: StaffActor | undefined

/** `HH:MM` in Shanghai on a Tuesday, or some days later. */
const at = (time: string, days = 0) =>
  new Date(Date.parse(`2026-03-10T${time}:00+08:00`) + days * 86_400_000)

async function deskAt(now: Date) {
  clerk ??= await aColleague(database.db, 'desk')
  return contextOf(database.db, clerk, { now })
}

async function aLetter(now: Date, severity: 1 | 2 | 3 | 4 | null = 1): Promise<string> {
  return registerCall(await deskAt(now), {
    submissionKey: newToken(),
    phone: aPhone(),
    name: '林薇',
    channel: 'letter',
    kind: 'repair',
    product: '推拉门衣柜',
    category: 'door',
    description: '左边的门又掉下来了',
    severity,
    address: '上海市徐汇区漕溪路 9 号',
    email: '',
    preferredDays: '',
    orderNumber: '',
    language: 'zh-CN',
  })
}

const ticketNow = async (number: string) =>
  only(await database.db.select().from(tickets).where(eq(tickets.number, number)))

async function clockNow(number: string, kind: ClockKind) {
  const { id } = await ticketNow(number)
  return only(
    await database.db
      .select()
      .from(ticketClocks)
      .where(and(eq(ticketClocks.ticketId, id), eq(ticketClocks.kind, kind))),
  )
}

const clocksNow = async (id: number) =>
  database.db
    .select()
    .from(ticketClocks)
    .where(eq(ticketClocks.ticketId, id))
    .orderBy(ticketClocks.kind)

async function settleAgain(number: string, now: Date): Promise<void> {
  const { id } = await ticketNow(number)
  await inTransaction(await deskAt(now), (tx) => settleClocks(tx, id))
}

const calledAt = async (number: string, now: Date) =>
  recordFirstContact(await deskAt(now), number, {
    submissionKey: newToken(),
    outcome: 'reached',
    words: '说好了',
  })

describe('the clocks follow what happens', () => {
  test('IN-2: registered, called, and the ticket says which is due first', async () => {
    const number = await aLetter(at('10:00'))
    expect(await ticketNow(number)).toMatchObject({
      nextDueClock: 'first_contact',
      nextDueAt: at('10:05'),
    })
    await calledAt(number, at('10:03'))
    expect(await clockNow(number, 'first_contact')).toMatchObject({
      metAt: at('10:03'),
      spent: 3 * 60_000,
      dueAt: null,
    })
    expect(await ticketNow(number)).toMatchObject({
      nextDueClock: 'on_site',
      nextDueAt: at('14:00'),
      riskAt: at('13:00'),
    })
  })

  test('IN-7: pausing stops them, resuming goes on; a paused ticket has nothing due', async () => {
    const number = await aLetter(at('10:00'))
    const pause = { reason: '等顾客回话', until: '2026-03-12' }
    await pauseTicket(await deskAt(at('11:00')), number, pause)
    expect(await ticketNow(number)).toMatchObject({ nextDueAt: null, nextDueClock: null })
    await resumeTicket(await deskAt(at('09:00', 2)), number)
    expect((await clockNow(number, 'on_site')).dueAt).toEqual(at('12:00', 2))
  })

  test('a solution meets the last one; taken up again it goes on with what was spent', async () => {
    const number = await aLetter(at('10:00'))
    await resolveTicket(await deskAt(at('12:00')), number, { solution: '电话里教会了' })
    expect(await clockNow(number, 'resolution')).toMatchObject({ metAt: at('12:00'), dueAt: null })
    await closeTicket(await deskAt(at('13:00')), number)
    await reopenTicket(await deskAt(at('09:00', 1)), number, { reason: '又坏了' })
    expect(await clockNow(number, 'resolution')).toMatchObject({
      metAt: null,
      spent: 2 * 3_600_000,
      runningSince: at('09:00', 1),
    })
  })

  test('IN-4: another severity counts from the start', async () => {
    const number = await aLetter(at('10:00'), 4)
    const { version } = await ticketNow(number)
    const form = { version, submissionKey: newToken(), kind: 'repair' as const, category: 'door' }
    await triageTicket(await deskAt(at('11:00')), number, {
      ...form,
      severity: 1,
      owner: null,
      note: '',
      message: '',
    })
    expect(await clockNow(number, 'on_site')).toMatchObject({
      targetMinutes: 240,
      dueAt: at('14:00'),
    })
  })

  test('IN-3: a window promised to the customer is what counts; without it the target again', async () => {
    const ticket = await aTicket(database.db, { status: 'scheduled', severity: 1 })
    const visit = await aConfirmedVisit(database.db, {
      ticketId: ticket.id,
      windowStart: at('14:00', 3),
      windowEnd: at('16:00', 3),
      plannedStart: at('14:00', 3),
      plannedEnd: at('15:00', 3),
    })
    await settleAgain(ticket.number, at('10:00'))
    expect((await clockNow(ticket.number, 'on_site')).dueAt).toEqual(at('14:00'))
    const promise = await aPromise(database.db, { visit })
    const ctx = await deskAt(at('10:30'))
    await inTransaction(ctx, (tx) => recordEvent(tx, ticket, 'visit_booked', {}, visit))
    expect(await clockNow(ticket.number, 'on_site')).toMatchObject({
      dueAt: at('16:00', 3),
      agreedUntil: at('16:00', 3),
    })
    const connection = database.connect()
    await connection`update promises set outcome = 'withdrawn', settled_at = now() where id = ${promise.id}`
    await inTransaction(ctx, (tx) => recordEvent(tx, ticket, 'visit_cancelled', {}, visit))
    expect((await clockNow(ticket.number, 'on_site')).dueAt).toEqual(at('14:00'))
  })

  test('a crew at the door meets it, at the time it arrived', async () => {
    const ticket = await aTicket(database.db, { status: 'scheduled', severity: 1 })
    await aConfirmedVisit(database.db, { ticketId: ticket.id, arrivedAt: at('12:00') })
    await settleAgain(ticket.number, at('15:00'))
    expect(await clockNow(ticket.number, 'on_site')).toMatchObject({
      metAt: at('12:00'),
      spent: 2 * 3_600_000,
    })
  })
})

describe('other service hours and holidays', () => {
  test('a holiday moves what is due, what was counted stays, and doing it again changes nothing', async () => {
    const number = await aLetter(at('21:00', 7))
    await calledAt(number, at('21:00', 7))
    expect((await clockNow(number, 'on_site')).dueAt).toEqual(at('11:30', 8))
    const ctx = await deskAt(at('21:30', 7))
    await inTransaction(ctx, (tx) =>
      changeCalendar(tx, () =>
        tx.db.insert(holidays).values({ day: '2026-03-18', nameZh: '盘点', nameEn: 'Stock' }),
      ),
    )
    const rows = await database.db.select().from(serviceCalendars).orderBy(serviceCalendars.id)
    expect(rows.map(({ holidays: days }) => days)).toEqual([[], ['2026-03-18']])
    await rewindOpenClocks(ctx)
    const { id } = await ticketNow(number)
    const rewound = await clocksNow(id)
    expect((await clockNow(number, 'on_site')).dueAt).toEqual(at('11:30', 9))
    await Promise.all([rewindOpenClocks(ctx), rewindOpenClocks(ctx)])
    expect(await clocksNow(id)).toEqual(rewound)
  })

  test('the same calendar again is no new one', async () => {
    const ctx = await deskAt(at('10:00', 7))
    const before = await database.db.$count(serviceCalendars)
    await inTransaction(ctx, (tx) => changeCalendar(tx, () => Promise.resolve()))
    expect(await database.db.$count(serviceCalendars)).toBe(before)
  })
})

describe('as pages show them', () => {
  test('state, share and which is due first; held while paused; met with its time', async () => {
    const number = await aLetter(at('10:00', 20))
    const { id } = await ticketNow(number)
    await calledAt(number, at('10:09', 20))
    const shown = async (now: Date) =>
      (await clocksOf(contextOf(database.db, clerk!, { now }), [id])).get(id)!
    const [first, site] = await shown(at('12:00', 20))
    expect(first).toMatchObject({ kind: 'first_contact', state: 'met', late: true })
    expect(site).toMatchObject({ kind: 'on_site', state: 'ok', used: 50 })
    expect(nextClock(await shown(at('12:00', 20)))?.kind).toBe('on_site')
    expect((await shown(at('13:00', 20)))[1]).toMatchObject({ state: 'risk', used: 75 })
    expect((await shown(at('14:00', 20)))[1]).toMatchObject({ state: 'over', used: 100 })
    await pauseTicket(await deskAt(at('12:00', 20)), number, { reason: '等', until: '2026-04-05' })
    expect((await shown(at('18:00', 20)))[1]).toMatchObject({ state: 'held', used: 50 })
  })
})

test('after any verbs in any order, settling again changes nothing', async () => {
  let seed = 20_260_310
  const random = (n: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * n)
  }
  for (let round = 0; round < 6; round++) {
    let now = at('09:00', 30 + round)
    const number = await aLetter(now, null)
    for (let i = 0; i < 8; i++) {
      now = new Date(now.getTime() + random(20 * 60) * 60_000)
      await anyVerb(number, now, random(8))
      const { id } = await ticketNow(number)
      const stood = await clocksNow(id)
      await settleAgain(number, new Date(now.getTime() + random(600) * 60_000))
      expect(await clocksNow(id)).toEqual(stood)
    }
  }
})

async function anyVerb(number: string, now: Date, which: number): Promise<void> {
  const ctx = await deskAt(now)
  const { version, status } = await ticketNow(number)
  const until = new Date(now.getTime() + 3 * 86_400_000).toISOString().slice(0, 10)
  const submissionKey = newToken()
  const triage = (severity: 1 | 4) =>
    triageTicket(ctx, number, {
      ...{ version, submissionKey, severity, kind: 'repair', category: 'door' },
      ...{ owner: null, note: '', message: '' },
    })
  const verbs = [
    () => triage(1),
    () => triage(4),
    () => calledAt(number, now),
    () => pauseTicket(ctx, number, { reason: '等', until }),
    () => resumeTicket(ctx, number),
    () => resolveTicket(ctx, number, { solution: '好了' }),
    () =>
      status === 'resolved'
        ? closeTicket(ctx, number)
        : cancelTicket(ctx, number, { reason: '算了' }),
    () => reopenTicket(ctx, number, { reason: '又坏了' }),
  ]
  try {
    await verbs[which]!()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
  }
}
