import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { ticketEvents } from '#db/schema/tickets.ts'
import type { TicketEventKind, TicketStatus } from '#db/vocabulary/tickets.ts'
import { findTicketById, recordEvent } from '#app/domain/tickets/index.server.ts'
import { closeTicket } from '#app/domain/tickets/close-ticket.server.ts'
import { recordFirstContact } from '#app/domain/tickets/record-first-contact.server.ts'
import { reopenTicket } from '#app/domain/tickets/reopen-ticket.server.ts'
import { resumeTicket } from '#app/domain/tickets/resume-ticket.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()

interface Sent {
  seen: number
  submissionKey: string
}
type Send = (ctx: Ctx<StaffActor>, number: string, sent: Sent) => Promise<void>

/** Each form of a ticket that leads from one state to another, with what its history says then. */
const forms: [string, TicketStatus, TicketEventKind, Send][] = [
  [
    'resumption',
    'paused',
    'resumed',
    (ctx, number, { seen }) => resumeTicket(ctx, number, { seen }),
  ],
  ['closure', 'resolved', 'closed', (ctx, number, { seen }) => closeTicket(ctx, number, { seen })],
  [
    'reopening',
    'closed',
    'reopened',
    (ctx, number, { seen }) => reopenTicket(ctx, number, { reason: '又掉了', seen }),
  ],
  [
    'first contact',
    'new',
    'first_contact',
    (ctx, number, sent) =>
      recordFirstContact(ctx, number, { outcome: 'reached', words: '门掉了', ...sent }),
  ],
  [
    'call nobody took',
    'new',
    'call_missed',
    (ctx, number, sent) =>
      recordFirstContact(ctx, number, { outcome: 'no_answer', words: '', ...sent }),
  ],
]

describe.each(forms)('Q-6 the form of a %s', (_, status, kind, send) => {
  const scene = async () => {
    const { db } = database
    const ticket = await aTicket(db, {
      status,
      ...(status === 'paused' ? { pausedUntil: '2026-03-12', pauseReason: '等配件' } : {}),
    })
    const me = contextOf(db, await aColleague(db, 'desk'))
    const other = contextOf(db, await aColleague(db, 'aftersales_manager'))
    const happens = async (ctx: Ctx, kind: TicketEventKind) => {
      await inTransaction(ctx, async (tx) =>
        recordEvent(tx, await findTicketById(tx, ticket.id, { lock: true }), kind),
      )
      const events = await db
        .select({ id: ticketEvents.id })
        .from(ticketEvents)
        .where(eq(ticketEvents.ticketId, ticket.id))
      return Math.max(...events.map(({ id }) => id))
    }
    const opened = await happens(contextOf(db, { kind: 'job' }), 'registered')
    const times = () =>
      db.$count(
        ticketEvents,
        and(eq(ticketEvents.ticketId, ticket.id), eq(ticketEvents.kind, kind)),
      )
    return { ticket, me, other, happens, opened, times }
  }

  test('is shown what a colleague did meanwhile, and goes through once it was seen', async () => {
    const { ticket, me, other, happens, opened, times } = await scene()
    const since = await happens(other, 'note_added')
    const form = { seen: opened, submissionKey: newToken() }
    await expect(send(me, ticket.number, form)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'ticketChanged',
    })
    expect(await times()).toBe(0)
    await send(me, ticket.number, { ...form, seen: since })
    expect(await times()).toBe(1)
  })

  test('sent twice is one, and one’s own doings hold nothing up', async () => {
    const { ticket, me, happens, opened, times } = await scene()
    await happens(me, 'note_added')
    const form = { seen: opened, submissionKey: newToken() }
    await Promise.all([send(me, ticket.number, form), send(me, ticket.number, form)])
    await send(me, ticket.number, form)
    expect(await times()).toBe(1)
  })
})
