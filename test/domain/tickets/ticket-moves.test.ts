import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { messages } from '#db/schema/messages.ts'
import { ticketEvents, tickets } from '#db/schema/tickets.ts'
import { type Role, roles } from '#db/vocabulary/roles.ts'
import { canMoveTicket, type TicketStatus, ticketStatuses } from '#db/vocabulary/tickets.ts'
import { cancelTicket } from '#app/domain/tickets/cancel-ticket.server.ts'
import { closeTicket } from '#app/domain/tickets/close-ticket.server.ts'
import { pauseTicket } from '#app/domain/tickets/pause-ticket.server.ts'
import { reopenTicket } from '#app/domain/tickets/reopen-ticket.server.ts'
import { resolveTicket } from '#app/domain/tickets/resolve-ticket.server.ts'
import { resumeTicket } from '#app/domain/tickets/resume-ticket.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { type Action, permissions } from '#app/platform/permissions.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()

interface Move {
  to: TicketStatus
  from: readonly TicketStatus[]
  action: Action
  go: (ctx: Ctx, number: string) => Promise<unknown>
  /** A second time is no mistake. */
  again?: boolean
}

const reachable = (to: TicketStatus) => ticketStatuses.filter((from) => canMoveTicket(from, to))
const moves: Record<string, Move> = {
  pause: {
    to: 'paused',
    from: reachable('paused'),
    action: 'ticket:triage',
    go: (ctx, number) => pauseTicket(ctx, number, { reason: '等配件', until: '2026-03-20' }),
  },
  resume: {
    to: 'triaged',
    from: ['paused'],
    action: 'ticket:triage',
    go: (ctx, number) => resumeTicket(ctx, number),
  },
  resolve: {
    to: 'resolved',
    from: reachable('resolved'),
    action: 'ticket:resolve',
    go: (ctx, number) => resolveTicket(ctx, number, { solution: '换了铰链' }),
  },
  close: {
    to: 'closed',
    from: reachable('closed'),
    action: 'ticket:resolve',
    again: true,
    go: (ctx, number) => closeTicket(ctx, number),
  },
  cancel: {
    to: 'cancelled',
    from: reachable('cancelled'),
    action: 'ticket:resolve',
    again: true,
    go: (ctx, number) => cancelTicket(ctx, number, { reason: '顾客不修了' }),
  },
  reopen: {
    to: 'triaged',
    from: ['resolved', 'closed', 'cancelled'],
    action: 'ticket:resolve',
    go: (ctx, number) => reopenTicket(ctx, number, { reason: '又坏了' }),
  },
}

const aTicketIn = (status: TicketStatus) =>
  aTicket(database.db, {
    status,
    ...(status === 'paused' ? { pausedUntil: '2026-03-12', pauseReason: '等配件' } : {}),
  })

const read = async (id: number) =>
  (await database.db.select().from(tickets).where(eq(tickets.id, id)))[0]!

const lastEvent = async (id: number) =>
  (
    await database.db
      .select()
      .from(ticketEvents)
      .where(eq(ticketEvents.ticketId, id))
      .orderBy(asc(ticketEvents.id))
  ).at(-1)

describe.each(Object.entries(moves))('IN-7: %s', (_, { to, from, action, go, again }) => {
  test.each(from)('from %s, with its event (IN-8)', async (status) => {
    const clerk = await aColleague(database.db, 'desk')
    const ticket = await aTicketIn(status)
    await go(contextOf(database.db, clerk), ticket.number)
    const after = await read(ticket.id)
    expect(after.status).toBe(to)
    expect(after.version).toBe(2)
    expect(after.pausedUntil === null).toBe(to !== 'paused')
    expect(await lastEvent(ticket.id)).toMatchObject({
      actorId: clerk.id,
      data: { status: [status, to] },
    })
  })

  const refusedFrom = ticketStatuses.filter(
    (status) => !from.includes(status) && !(again && status === to),
  )
  test.each(refusedFrom)('not from %s', async (status) => {
    const ticket = await aTicketIn(status)
    const ctx = contextOf(database.db, await aColleague(database.db, 'desk'))
    await expect(go(ctx, ticket.number)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'ticketNotInState',
    })
    expect((await read(ticket.id)).status).toBe(status)
  })

  const others = roles.filter((role) => !(permissions[action] as readonly Role[]).includes(role))
  test.each(others)('Q-12: not by a %s', async (role) => {
    const ticket = await aTicketIn(from[0]!)
    const ctx = contextOf(database.db, await aColleague(database.db, role))
    await expect(go(ctx, ticket.number)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('what goes with the moves', () => {
  const desk = async () => contextOf(database.db, await aColleague(database.db, 'desk'))

  test.each(['pause', 'resolve', 'cancel'])(
    '%s waits for a visit that is still to come',
    async (name) => {
      const ticket = await aTicketIn('scheduled')
      await aConfirmedVisit(database.db, { ticketId: ticket.id })
      await expect(moves[name]!.go(await desk(), ticket.number)).rejects.toMatchObject({
        code: 'visitStillPlanned',
      })
    },
  )

  test('a finished or cancelled visit holds nothing up', async () => {
    const ticket = await aTicketIn('triaged')
    await aVisit(database.db, { ticketId: ticket.id, status: 'cancelled' })
    await moves.resolve!.go(await desk(), ticket.number)
    expect((await read(ticket.id)).status).toBe('resolved')
  })

  test.each(['2026-03-10', '2026-03-09'])('a pause until %s is not ahead', async (until) => {
    const ticket = await aTicketIn('triaged')
    await expect(
      pauseTicket(await desk(), ticket.number, { reason: '等配件', until }),
    ).rejects.toMatchObject({ kind: 'invalid', code: 'pauseInPast' })
  })

  test('a solution is told by mail when there is an address, by the log when not, once for a double click', async () => {
    const ctx = await desk()
    const ticket = await aTicketIn('triaged')
    const form = { solution: '换了铰链' }
    await Promise.all([
      resolveTicket(ctx, ticket.number, form),
      resolveTicket(ctx, ticket.number, form),
    ])
    const mails = await database.db.select().from(messages).where(eq(messages.ticketId, ticket.id))
    expect(mails.map((mail) => [mail.template, mail.recipient])).toEqual([
      ['ticket-resolved', ticket.email],
    ])
    const silent = await aTicket(database.db, { status: 'triaged', email: null })
    await resolveTicket(ctx, silent.number, form)
    const [written] = await database.db
      .select()
      .from(messages)
      .where(eq(messages.ticketId, silent.id))
    expect(written).toMatchObject({ template: 'ticket-resolved', channel: 'log' })
  })

  test('reopening clears the solution, which stays in the history', async () => {
    const ctx = await desk()
    const ticket = await aTicketIn('triaged')
    await resolveTicket(ctx, ticket.number, { solution: '换了铰链' })
    await reopenTicket(ctx, ticket.number, { reason: '又坏了' })
    expect(await read(ticket.id)).toMatchObject({
      solution: null,
      resolvedAt: null,
      closedAt: null,
    })
    const events = await database.db
      .select({ kind: ticketEvents.kind, data: ticketEvents.data })
      .from(ticketEvents)
      .where(eq(ticketEvents.ticketId, ticket.id))
      .orderBy(asc(ticketEvents.id))
    expect(events.find((event) => event.kind === 'resolved')?.data).toMatchObject({
      solution: '换了铰链',
    })
  })

  test('Q-12: an unknown number is a missing one', async () => {
    await expect(closeTicket(await desk(), 'R999999-9')).rejects.toMatchObject({
      kind: 'not_found',
    })
  })
})
