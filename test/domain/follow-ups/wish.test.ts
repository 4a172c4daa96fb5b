import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { tickets } from '#db/schema/tickets.ts'
import { listFollowUps } from '#app/domain/follow-ups/list-follow-ups.server.ts'
import { readFollowUp } from '#app/domain/follow-ups/read-follow-up.server.ts'
import { followUpOfVisit, wishAsCustomer, WishForm } from '#app/domain/follow-ups/index.server.ts'
import { readTicket } from '#app/domain/tickets/read-ticket.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aCaller, aFollowUp, at, followUpNow } from './scene.ts'

const database = testDatabase()
const customerOf = (ticketId: number, now = tuesdayMorning) =>
  contextOf(database.db, { kind: 'customer', ticketId }, { now })
const evening = { wishPart: 'evening', wishWay: 'phone' } as const

test('VS-9: who would like to be called in the evening is not called before, and the caller sees why', async () => {
  const call = await aFollowUp(database.db)
  await wishAsCustomer(customerOf(call.ticketId), call.visitId, evening)
  expect(await followUpNow(database.db, call.id)).toMatchObject({
    ...evening,
    status: 'due',
    notBefore: at('18:00'),
  })
  const caller = await aCaller(database.db)
  expect(await readFollowUp(caller, call.id)).toMatchObject({
    wish: { part: 'evening', way: 'phone' },
    clock: { state: 'held' },
  })
  const { calls } = await listFollowUps(caller)
  expect(calls.find(({ id }) => id === call.id)).toMatchObject(evening)
})

test('VS-9: beside the visit stands by when they are called and how, also once they were', async () => {
  const call = await aFollowUp(database.db)
  const ctx = await aCaller(database.db)
  await wishAsCustomer(customerOf(call.ticketId), call.visitId, evening)
  const wish = { part: 'evening', way: 'phone' }
  const { dueAt } = (await followUpNow(database.db, call.id))!
  expect(await followUpOfVisit(ctx, call.visitId)).toEqual({ dueAt: dueAt.toISOString(), wish })
  const [ticket] = await database.db.select().from(tickets).where(eq(tickets.id, call.ticketId))
  expect((await readTicket(ctx, ticket!.number)).followUp).toEqual({ dueAt, ...wish })
  const over = await aFollowUp(database.db, { status: 'done', doneAt: tuesdayMorning })
  expect(await followUpOfVisit(ctx, over.visitId)).toMatchObject({ dueAt: null })
  expect(await followUpOfVisit(ctx, 999_999_999)).toBeNull()
})

test('VS-9: who wants no call stays with the caller, who sees it', async () => {
  const call = await aFollowUp(database.db)
  const none = { wishPart: 'any', wishWay: 'none' } as const
  await wishAsCustomer(customerOf(call.ticketId), call.visitId, none)
  expect(await followUpNow(database.db, call.id)).toMatchObject({ ...none, status: 'due' })
  const caller = await aCaller(database.db)
  expect((await readFollowUp(caller, call.id)).wish).toEqual({ part: 'any', way: 'none' })
})

test('Q-5: the same wish twice, at once or later, changes nothing', async () => {
  const call = await aFollowUp(database.db)
  const wish = () => wishAsCustomer(customerOf(call.ticketId), call.visitId, evening)
  await Promise.all([wish(), wish(), wish()])
  const once = await followUpNow(database.db, call.id)
  await wishAsCustomer(customerOf(call.ticketId, at('19:30')), call.visitId, evening)
  expect(await followUpNow(database.db, call.id)).toEqual(once)
})

test('VS-9: a wish after the call is refused, and nothing is called again for it', async () => {
  const call = await aFollowUp(database.db, { status: 'done', doneAt: tuesdayMorning })
  await expect(
    wishAsCustomer(customerOf(call.ticketId), call.visitId, evening),
  ).rejects.toMatchObject({ kind: 'conflict', code: 'followUpOver' })
  expect(await followUpNow(database.db, call.id)).toEqual(call)
})

test('Q-12: another customer’s call is a missing one', async () => {
  const call = await aFollowUp(database.db)
  const other = await aTicket(database.db)
  await expect(wishAsCustomer(customerOf(other.id), call.visitId, evening)).rejects.toMatchObject({
    kind: 'not_found',
  })
  expect(await followUpNow(database.db, call.id)).toEqual(call)
})

test('the form knows its words alone', () => {
  expect(WishForm.safeParse({ wishWay: 'phone', wishPart: 'evening' }).success).toBe(true)
  expect(WishForm.safeParse({ wishWay: 'phone' }).data).toEqual({
    wishWay: 'phone',
    wishPart: 'any',
  })
  expect(WishForm.safeParse({ wishWay: 'pigeon', wishPart: 'evening' }).success).toBe(false)
  expect(WishForm.safeParse({}).success).toBe(false)
})
