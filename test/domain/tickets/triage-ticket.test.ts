import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { messages } from '#db/schema/messages.ts'
import { ticketEvents, ticketMessages, ticketNotes, tickets } from '#db/schema/tickets.ts'
import { roles, type Role } from '#db/vocabulary/roles.ts'
import type { TicketStatus } from '#db/vocabulary/tickets.ts'
import { triageTicket, type TriageTicketForm } from '#app/domain/tickets/triage-ticket.server.ts'
import { permissions } from '#app/platform/permissions.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()

const aForm = (facts: Partial<TriageTicketForm> = {}): TriageTicketForm => ({
  version: 1,
  submissionKey: newToken(),
  kind: 'repair',
  severity: 2,
  category: 'door',
  owner: null,
  note: '',
  message: '',
  ...facts,
})

async function desk() {
  const { db } = database
  const clerk = await aColleague(db, 'desk')
  return { db, clerk, ctx: contextOf(db, clerk) }
}

const eventsOf = async (ticketId: number) =>
  database.db
    .select({ kind: ticketEvents.kind, data: ticketEvents.data, actorId: ticketEvents.actorId })
    .from(ticketEvents)
    .where(eq(ticketEvents.ticketId, ticketId))
    .orderBy(asc(ticketEvents.id))

const read = async (id: number) =>
  (await database.db.select().from(tickets).where(eq(tickets.id, id)))[0]!

describe('triage', () => {
  test('IN-4, IN-8: a new ticket becomes triaged, with facts, owner, note and message at once', async () => {
    const { db, clerk, ctx } = await desk()
    const ticket = await aTicket(db)
    await triageTicket(
      ctx,
      ticket.number,
      aForm({
        severity: 3,
        category: 'loose',
        owner: clerk.id,
        note: '带长螺丝',
        message: '今天给您回电话',
      }),
    )
    expect(await read(ticket.id)).toMatchObject({
      status: 'triaged',
      severity: 3,
      category: 'loose',
      ownerId: clerk.id,
      version: 2,
    })
    const events = await eventsOf(ticket.id)
    expect(events.map((event) => event.kind)).toEqual([
      'triaged',
      'owner_changed',
      'note_added',
      'message_to_customer',
    ])
    expect(events[0]).toMatchObject({
      actorId: clerk.id,
      data: { status: ['new', 'triaged'], severity: [null, 3], category: ['door', 'loose'] },
    })
    expect(events[1]?.data).toEqual({ owner: [null, clerk.name] })
    const [note] = await db.select().from(ticketNotes).where(eq(ticketNotes.ticketId, ticket.id))
    expect(note).toMatchObject({ body: '带长螺丝', authorId: clerk.id })
    const [told] = await db
      .select()
      .from(ticketMessages)
      .where(eq(ticketMessages.ticketId, ticket.id))
    expect(told).toMatchObject({ body: '今天给您回电话', direction: 'to_customer' })
    const mails = await db.select().from(messages).where(eq(messages.ticketId, ticket.id))
    expect(mails.map((mail) => [mail.id, mail.template])).toEqual([
      [told!.mailId, 'message-to-customer'],
    ])
  })

  test('IN-5: severity 1 goes before the after-sales manager at once, and once', async () => {
    const { db, ctx } = await desk()
    const ticket = await aTicket(db)
    await triageTicket(ctx, ticket.number, aForm({ severity: 1 }))
    await triageTicket(ctx, ticket.number, aForm({ severity: 1, category: 'broken', version: 2 }))
    const kinds = (await eventsOf(ticket.id)).map((event) => event.kind)
    expect(kinds.filter((kind) => kind === 'escalated')).toHaveLength(1)
  })

  test('Q-6: of two clerks the later one is told that the ticket changed, and nothing is overwritten', async () => {
    const { db, ctx } = await desk()
    const other = contextOf(db, await aColleague(db, 'desk'))
    const ticket = await aTicket(db)
    await triageTicket(ctx, ticket.number, aForm({ severity: 2 }))
    await expect(
      triageTicket(other, ticket.number, aForm({ severity: 4, note: '我的备注' })),
    ).rejects.toMatchObject({ kind: 'conflict', code: 'ticketChanged' })
    expect(await read(ticket.id)).toMatchObject({ severity: 2, version: 2 })
    // Shown what changed, they may still decide otherwise.
    await triageTicket(other, ticket.number, aForm({ severity: 4, note: '我的备注', version: 2 }))
    expect(await read(ticket.id)).toMatchObject({ severity: 4, version: 3 })
  })

  test('Q-6: two clerks at the very same time: one wins, the other is told', async () => {
    const { db, ctx } = await desk()
    const other = contextOf(db, await aColleague(db, 'desk'))
    const ticket = await aTicket(db)
    const both = await Promise.allSettled([
      triageTicket(ctx, ticket.number, aForm({ severity: 2 })),
      triageTicket(other, ticket.number, aForm({ severity: 3 })),
    ])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await read(ticket.id)).version).toBe(2)
  })

  test('Q-5: the same form twice is done once', async () => {
    const { db, clerk, ctx } = await desk()
    const ticket = await aTicket(db)
    const form = aForm({ owner: clerk.id, note: '一次', message: '一次' })
    await Promise.all([
      triageTicket(ctx, ticket.number, form),
      triageTicket(ctx, ticket.number, form),
    ])
    expect((await read(ticket.id)).version).toBe(2)
    expect((await eventsOf(ticket.id)).map((event) => event.kind)).toEqual([
      'triaged',
      'owner_changed',
      'note_added',
      'message_to_customer',
    ])
    expect(await db.select().from(messages).where(eq(messages.ticketId, ticket.id))).toHaveLength(1)
  })

  test.each<TicketStatus>(['resolved', 'closed', 'cancelled'])(
    'IN-7: a %s ticket is not assessed',
    async (status) => {
      const { db, ctx } = await desk()
      const ticket = await aTicket(db, { status })
      await expect(triageTicket(ctx, ticket.number, aForm())).rejects.toMatchObject({
        code: 'ticketNotInState',
      })
    },
  )

  test('a colleague who can not assess can not own a ticket', async () => {
    const { db, ctx } = await desk()
    const ticket = await aTicket(db)
    const caller = await aColleague(db, 'caller')
    await expect(
      triageTicket(ctx, ticket.number, aForm({ owner: caller.id })),
    ).rejects.toMatchObject({ kind: 'invalid', code: 'ownerNotPossible' })
    expect((await read(ticket.id)).status).toBe('new')
  })

  const others = roles.filter(
    (role) => !(permissions['ticket:triage'] as readonly Role[]).includes(role),
  )
  test.each(others)('Q-12: a %s may not', async (role) => {
    const ticket = await aTicket(database.db)
    const ctx = contextOf(database.db, await aColleague(database.db, role))
    await expect(triageTicket(ctx, ticket.number, aForm())).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})
