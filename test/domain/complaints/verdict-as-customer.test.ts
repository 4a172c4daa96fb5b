import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { complaintPeople, complaints } from '#db/schema/complaints.ts'
import { answerComplaint } from '#app/domain/complaints/answer-complaint.server.ts'
import { readComplaintForCustomer } from '#app/domain/complaints/complaint-for-customer.server.ts'
import { verdictAsCustomer } from '#app/domain/complaints/verdict-as-customer.server.ts'
import { VerdictForm } from '#app/domain/complaints/verdict-form.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { only, serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'
import { eventsOf } from '../tickets/events-of.ts'

const database = testDatabase()
const db = () => database.db
const canary = 'canary-only-for-colleagues'

async function aComplaint() {
  const ticket = await aTicket(db(), { kind: 'complaint', status: 'triaged' })
  const customer = contextOf<CustomerActor>(db(), { kind: 'customer', ticketId: ticket.id })
  const manager = contextOf(db(), await aColleague(db(), 'aftersales_manager'))
  const row = async () =>
    only(await db().select().from(complaints).where(eq(complaints.ticketId, ticket.id)))
  const answer = async () =>
    answerComplaint(manager, ticket.number, {
      version: (await row()).version,
      submissionKey: `answer-${String(serial()).padStart(20, '0')}`,
      about: 'service',
      cause: canary,
      resolution: '对不起，我们换一位师傅再来。',
    })
  return { ticket, customer, manager, row, answer }
}

describe('CP-1 whoever complained says whether they are content', () => {
  test('content closes it, once however often it is sent', async () => {
    const { ticket, customer, row, answer } = await aComplaint()
    await answer()
    const said = VerdictForm.parse({ verdict: 'content', words: '谢谢' })
    await verdictAsCustomer(customer, said)
    await verdictAsCustomer(customer, said)
    expect(await row()).toMatchObject({ status: 'closed', verdict: 'content', verdictBy: null })
    expect(await readComplaintForCustomer(customer)).toMatchObject({
      status: 'closed',
      answer: { words: '对不起，我们换一位师傅再来。' },
      verdict: { verdict: 'content', words: '谢谢', at: tuesdayMorning.toISOString() },
    })
    const kinds = (await eventsOf(db(), ticket.id)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'complaint_verdict')).toHaveLength(1)
  })

  test('not content has it looked into again, and the next answer is asked about anew', async () => {
    const { customer, row, answer } = await aComplaint()
    await answer()
    const said = VerdictForm.parse({ verdict: 'not_content', words: '还是没有人来' })
    await verdictAsCustomer(customer, said)
    expect((await row()).status).toBe('investigating')
    expect(await readComplaintForCustomer(customer)).toMatchObject({
      status: 'investigating',
      answer: null,
      verdict: { verdict: 'not_content', words: '还是没有人来' },
    })
    await answer()
    expect(await readComplaintForCustomer(customer)).toMatchObject({
      status: 'answered',
      verdict: null,
    })
    await verdictAsCustomer(customer, said)
    expect((await row()).status).toBe('investigating')
  })

  test('not before there is an answer, nor once it is over; nor of what is no complaint', async () => {
    const { customer, answer } = await aComplaint()
    const content = VerdictForm.parse({ verdict: 'content' })
    const over = { code: 'verdictOver' }
    await expect(verdictAsCustomer(customer, content)).rejects.toMatchObject(over)
    await answer()
    await verdictAsCustomer(customer, content)
    const other = VerdictForm.parse({ verdict: 'not_content', words: '想想还是不对' })
    await expect(verdictAsCustomer(customer, other)).rejects.toMatchObject(over)
    const repair = await aTicket(db())
    const another = contextOf<CustomerActor>(db(), { kind: 'customer', ticketId: repair.id })
    expect(await readComplaintForCustomer(another)).toBeNull()
    await expect(verdictAsCustomer(another, content)).rejects.toMatchObject(over)
  })

  test('who isn’t content says why', () => {
    const result = VerdictForm.safeParse({ verdict: 'not_content', words: ' ' })
    expect(result.error?.issues[0]).toMatchObject({ path: ['words'] })
  })
})

test('Q-13 whom it is about, what it came from and what was found never reach the customer', async () => {
  const { ticket, customer, answer } = await aComplaint()
  const about = await aColleague(db(), 'desk')
  await db()
    .insert(complaintPeople)
    .values({ ticketId: ticket.id, staffId: about.id, at: tuesdayMorning })
  await answer()
  const told = JSON.stringify(await readComplaintForCustomer(customer))
  for (const secret of [canary, about.id, about.name]) expect(told).not.toContain(secret)
})
