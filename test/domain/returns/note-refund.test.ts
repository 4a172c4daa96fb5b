import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { ticketMessages } from '#db/schema/tickets.ts'
import { returnCases } from '#db/schema/returns.ts'
import { noteRefund } from '#app/domain/returns/note-refund.server.ts'
import { instantAt } from '#app/platform/time.server.ts'
import { tuesdayMorning } from '#test/factories/context.ts'
import { testDatabase } from '#test/setup/database.ts'
import { eventsOf, mailsOf } from '../visits/scene.ts'
import { aDecidedCase } from './acting.ts'
import { as, consequencesNow } from './deciding.ts'

const database = testDatabase()
const db = () => database.db
const refund = { remedy: 'refund', amount: '5,680', method: 'transfer', collect: 'none' } as const
const paid = { reference: '工行 20260310-88', paidOn: '2026-03-10' }

describe('RX-4 a refund is paid', () => {
  test('RX-4 it is done, and the customer is told how much, when and how', async () => {
    const { id, number, ticket, of } = await aDecidedCase(db(), refund)
    const desk = await as(db(), 'desk')
    await noteRefund(desk, number, of('refund').id, paid)
    const [row] = await consequencesNow(db(), id)
    expect(row).toMatchObject({
      status: 'done',
      doneBy: desk.actor.id,
      doneAt: tuesdayMorning,
      note: paid.reference,
    })
    const [event] = (await eventsOf(db(), ticket.id)).filter(
      ({ kind }) => kind === 'return_refunded',
    )
    expect(event!.data).toMatchObject({ case: number, amount: 568_000, paidOn: '2026-03-10' })
    const messages = await db()
      .select()
      .from(ticketMessages)
      .where(eq(ticketMessages.ticketId, ticket.id))
    const body = messages.at(-1)!.body
    expect(body).toContain('5,680')
    expect(body).toContain('3月10日')
    expect(body).toContain('银行转账')
    expect(body).not.toContain(paid.reference)
    const mails = await mailsOf(db(), ticket.id)
    expect(mails.filter(({ template }) => template === 'message-to-customer')).toHaveLength(1)
  })

  test('RX-4 paid on an earlier day, it was done that day', async () => {
    const { id, number, of } = await aDecidedCase(db(), refund)
    await noteRefund(await as(db(), 'desk'), number, of('refund').id, {
      ...paid,
      paidOn: '2026-03-08',
    })
    const [row] = await consequencesNow(db(), id)
    expect(row!.doneAt).toEqual(instantAt('2026-03-08', '12:00'))
  })

  test('RX-4 once, and not on a day to come', async () => {
    const { ticket, number, of } = await aDecidedCase(db(), refund)
    const desk = await as(db(), 'desk')
    await expect(
      noteRefund(desk, number, of('refund').id, { ...paid, paidOn: '2026-03-11' }),
    ).rejects.toMatchObject({ code: 'paidLater' })
    await Promise.all([1, 2].map(() => noteRefund(desk, number, of('refund').id, paid)))
    expect(
      (await eventsOf(db(), ticket.id)).filter(({ kind }) => kind === 'return_refunded'),
    ).toHaveLength(1)
    const other = { ...paid, reference: '另一笔' }
    await expect(noteRefund(desk, number, of('refund').id, other)).rejects.toMatchObject({
      code: 'consequenceNotInState',
    })
  })

  test('RX-3 nothing is paid while the customer disagrees', async () => {
    const { id, number, of } = await aDecidedCase(db(), refund)
    await db()
      .update(returnCases)
      .set({ status: 'appealed', appealedAt: tuesdayMorning, appealWords: '太少' })
      .where(eq(returnCases.id, id))
    await expect(
      noteRefund(await as(db(), 'desk'), number, of('refund').id, paid),
    ).rejects.toMatchObject({ code: 'caseNotInState' })
  })

  test.each(['warehouse', 'dispatcher', 'store_guide', 'crew'] as const)(
    'RX-4 is not for %s',
    async (role) => {
      const { number, of } = await aDecidedCase(db(), refund)
      await expect(
        noteRefund(await as(db(), role), number, of('refund').id, paid),
      ).rejects.toMatchObject({ kind: 'forbidden' })
    },
  )
})
