import { describe, expect, test } from 'vitest'
import { ProposeVisitForm } from '#app/domain/visits/propose-visit-form.ts'
import { proposeVisit } from '#app/domain/visits/index.server.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, at, eventsOf, visitNow } from './scene.ts'

const database = testDatabase()
const form: ProposeVisitForm = {
  day: '2026-03-11',
  from: '10:30',
  to: '12:00',
  duration: 90,
  skill: 'repair',
  work: '换铰链',
}
const desk = async () => asActor(database.db, await aColleague(database.db, 'desk'))

describe('proposing a visit', () => {
  test('offers a window in the company’s zone and tells the ticket’s history', async () => {
    const ticket = await aTicket(database.db, { status: 'triaged' })
    const id = await proposeVisit(await desk(), ticket.number, form)
    expect(await visitNow(database.db, id)).toMatchObject({
      status: 'proposed',
      crewId: null,
      windowStart: at('10:30', 1),
      windowEnd: at('12:00', 1),
      durationMinutes: 90,
    })
    expect(await eventsOf(database.db, ticket.id)).toEqual([
      expect.objectContaining({ kind: 'visit_proposed', visitId: id }),
    ])
  })

  test('sent twice at once it is one visit', async () => {
    const ticket = await aTicket(database.db, { status: 'triaged' })
    const ctx = await desk()
    const ids = await Promise.all(
      Array.from({ length: 8 }, () => proposeVisit(ctx, ticket.number, form)),
    )
    expect(new Set(ids).size).toBe(1)
  })

  test.each(['new', 'resolved', 'closed', 'cancelled'] as const)(
    'is refused on a ticket that is %s',
    async (status) => {
      const ticket = await aTicket(database.db, { status })
      await expect(proposeVisit(await desk(), ticket.number, form)).rejects.toMatchObject({
        kind: 'conflict',
        code: 'visitTicketNotReady',
      })
    },
  )

  test('a window that has begun is refused', async () => {
    const ticket = await aTicket(database.db, { status: 'triaged' })
    const today = { ...form, day: '2026-03-10', from: '09:00', to: '12:00' }
    await expect(proposeVisit(await desk(), ticket.number, today)).rejects.toMatchObject({
      code: 'windowInPast',
    })
  })

  test.each(['crew', 'caller', 'store_guide', 'admin'] as const)('%s may not', async (role) => {
    const ticket = await aTicket(database.db, { status: 'triaged' })
    const ctx = asActor(database.db, await aColleague(database.db, role))
    await expect(proposeVisit(ctx, ticket.number, form)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test.each([
    [{ to: '10:30' }, 'to', 'validation:windowOrder'],
    [{ to: '10:00', work: '' }, 'to', 'validation:windowOrder'],
    [{ day: '2026-02-30' }, 'day', 'validation:day'],
    [{ from: '25:00' }, 'from', 'validation:time'],
    [{ duration: '4' }, 'duration', 'validation:duration'],
    [{ duration: '721' }, 'duration', 'validation:duration'],
    [{ skill: 'magic' }, 'skill', 'validation:choose'],
    [{ work: '  ' }, 'work', 'validation:required'],
  ])('the form says what is wrong with %o', (change, path, message) => {
    const typed = { ...form, duration: '90', ...change }
    const result = ProposeVisitForm.safeParse(typed)
    expect(result.error?.issues).toContainEqual(expect.objectContaining({ path: [path], message }))
  })
})
