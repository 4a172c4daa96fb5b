import { describe, expect, test } from 'vitest'
import type { CustomerActor } from '#app/platform/actor.ts'
import { answerDecision } from '#app/domain/returns/answer-decision.server.ts'
import { appealCase } from '#app/domain/returns/appeal-case.server.ts'
import { decideCase } from '#app/domain/returns/decide-case.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { serial } from '#test/factories/serial.ts'
import { testDatabase } from '#test/setup/database.ts'
import { eventsOf, mailsOf } from '../visits/scene.ts'
import { aDecision, anAskedCase, as, caseNow } from './deciding.ts'

const database = testDatabase()
const db = () => database.db
const days = (n: number) => new Date(tuesdayMorning.getTime() + n * 86_400_000)
const customerOf = (ticketId: number, now = tuesdayMorning) =>
  contextOf<CustomerActor>(db(), { kind: 'customer', ticketId }, { now })
const said = () => ({
  words: '送来时就是裂的，我不同意',
  submissionKey: `appeal-${String(serial()).padStart(20, '0')}`,
})
const rejection = (facts = {}) =>
  aDecision({ remedy: 'reject', told: '抱歉，这次不能换。', collect: undefined, ...facts })

async function refusedCase() {
  const made = await anAskedCase(db())
  await decideCase(await as(db(), 'desk'), made.number, rejection())
  return made
}

describe('RX-3 the customer may disagree once', () => {
  test('which goes a level up, before those who decide there, and is kept in their words', async () => {
    const { id, ticket } = await refusedCase()
    const manager = await as(db(), 'aftersales_manager')
    const form = said()
    const customer = customerOf(ticket.id)
    await Promise.all([1, 2, 3].map(() => appealCase(customer, form)))
    expect(await caseNow(db(), id)).toMatchObject({
      status: 'appealed',
      level: 'manager',
      appealWords: form.words,
    })
    const kinds = (await eventsOf(db(), ticket.id)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'return_appealed')).toHaveLength(1)
    const told = (await mailsOf(db(), ticket.id)).filter(
      ({ template }) => template === 'return-appealed',
    )
    expect(told.map(({ staffId }) => staffId)).toContain(manager.actor.id)
    await expect(appealCase(customer, said())).rejects.toMatchObject({ code: 'appealedBefore' })
  })

  test('the desk’s next decision then needs the manager, whatever it costs', async () => {
    const { id, number, ticket } = await refusedCase()
    await appealCase(customerOf(ticket.id), said())
    const { version } = await caseNow(db(), id)
    const repair = aDecision({ remedy: 'repair', what: '补漆', collect: undefined, version })
    expect(await decideCase(await as(db(), 'desk'), number, repair)).toBe('waits')
    const { pendingId } = await caseNow(db(), id)
    const manager = await as(db(), 'aftersales_manager')
    const back = { decision: pendingId!, answer: 'send_back', reason: '换新的' } as const
    await answerDecision(manager, number, back)
    expect((await caseNow(db(), id)).status).toBe('appealed')
    const again = aDecision({ version: (await caseNow(db(), id)).version })
    expect(await decideCase(manager, number, again)).toBe('stands')
    expect(await caseNow(db(), id)).toMatchObject({ status: 'acting', appealWords: said().words })
  })

  test('what the manager decided goes to the general manager', async () => {
    const { id, number, ticket } = await anAskedCase(db())
    await decideCase(await as(db(), 'aftersales_manager'), number, rejection())
    await appealCase(customerOf(ticket.id), said())
    const { level, version } = await caseNow(db(), id)
    expect(level).toBe('general')
    const manager = await as(db(), 'aftersales_manager')
    expect(await decideCase(manager, number, aDecision({ version }))).toBe('waits')
  })

  test('not after the days of the setting, nor before anything was decided', async () => {
    const { ticket } = await refusedCase()
    await expect(appealCase(customerOf(ticket.id, days(8)), said())).rejects.toMatchObject({
      code: 'appealOver',
    })
    const undecided = await anAskedCase(db())
    await expect(appealCase(customerOf(undecided.ticket.id), said())).rejects.toMatchObject({
      code: 'caseNotInState',
    })
  })

  test('and nobody for another customer’s ticket', async () => {
    const other = await anAskedCase(db())
    const { id } = await refusedCase()
    await expect(appealCase(customerOf(other.ticket.id), said())).rejects.toThrow()
    expect((await caseNow(db(), id)).appealedAt).toBeNull()
  })
})
