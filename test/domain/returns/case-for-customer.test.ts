import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { returnCases } from '#db/schema/returns.ts'
import { publicEventKinds } from '#db/vocabulary/tickets.ts'
import { answerDecision } from '#app/domain/returns/answer-decision.server.ts'
import { appealCase } from '#app/domain/returns/appeal-case.server.ts'
import { cancelCase } from '#app/domain/returns/cancel-case.server.ts'
import { readCaseForCustomer } from '#app/domain/returns/case-for-customer.server.ts'
import { decideCase } from '#app/domain/returns/decide-case.server.ts'
import { readTrackedTicket, recordEvent } from '#app/domain/tickets/index.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { serial } from '#test/factories/serial.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'
import { sharesIn } from './accounts.ts'
import { booked } from './acting.ts'
import { aDecision, anAskedCase, as, caseNow, consequencesNow } from './deciding.ts'

const database = testDatabase()
const db = () => database.db
const later = (hours: number) => new Date(tuesdayMorning.getTime() + hours * 3_600_000)
const customerOf = (ticketId: number, now = tuesdayMorning) =>
  contextOf<CustomerActor>(db(), { kind: 'customer', ticketId }, { now })
const read = (ticketId: number, now = tuesdayMorning) =>
  readCaseForCustomer(customerOf(ticketId, now))
const said = () => ({
  words: '送来时就是裂的',
  submissionKey: `appeal-${String(serial()).padStart(20, '0')}`,
})

describe('RX-3 the customer reads where their return stands', () => {
  test('asked: by when it is decided, and that it is late once it is', async () => {
    const { ticket, number } = await anAskedCase(db())
    expect(await read(ticket.id)).toMatchObject({
      number,
      status: 'asked',
      answerBy: later(24).toISOString(),
      late: false,
      decision: null,
      steps: [],
      disagreeUntil: null,
    })
    expect(await read(ticket.id, later(25))).toMatchObject({ late: true })
  })

  test('nothing of a decision that waits for its approval, also after it was sent back', async () => {
    const { ticket, number, id } = await anAskedCase(db())
    const refund = aDecision({ remedy: 'refund', amount: '2599', method: 'transfer' })
    expect(await decideCase(await as(db(), 'desk'), number, refund)).toBe('waits')
    expect(await read(ticket.id)).toMatchObject({ status: 'approving', decision: null, steps: [] })
    const { pendingId } = await caseNow(db(), id)
    const back = { decision: pendingId!, answer: 'send_back', reason: '能换就换' } as const
    await answerDecision(await as(db(), 'aftersales_manager'), number, back)
    expect(await read(ticket.id)).toMatchObject({ status: 'asked', decision: null })
  })

  test('acting: the words told, what is still to come with its days, and what is done', async () => {
    const { ticket, number, id, area } = await anAskedCase(db())
    const manager = await as(db(), 'aftersales_manager')
    await decideCase(manager, number, aDecision())
    const seen = (await read(ticket.id))!
    expect(seen).toMatchObject({
      status: 'acting',
      answerBy: null,
      decision: { told: '给您换一张同款新餐桌，不收费用。', at: tuesdayMorning.toISOString() },
      disagreeUntil: later(7 * 24).toISOString(),
    })
    expect(seen.steps.map(({ kind, promisedOn }) => [kind, promisedOn])).toEqual([
      ['goods', '2026-03-12'],
      ['delivery', null],
    ])
    const delivery = (await consequencesNow(db(), id)).find(({ kind }) => kind === 'delivery')!
    await booked(db(), { number, area }, delivery, { day: '2026-03-13' })
    const step = (await read(ticket.id))!.steps.find(({ kind }) => kind === 'delivery')!
    expect([step.status, step.visitId === null]).toEqual(['going', false])
  })

  test('they may disagree once, within the days of the setting; then it is a level up', async () => {
    const { ticket, number, id } = await anAskedCase(db())
    await decideCase(await as(db(), 'desk'), number, aDecision({ remedy: 'reject' }))
    expect((await read(ticket.id, later(7 * 24 + 1)))!.disagreeUntil).toBeNull()
    const now = later(30)
    await appealCase(customerOf(ticket.id, now), said())
    expect(await read(ticket.id, now)).toMatchObject({
      status: 'appealed',
      answerBy: later(54).toISOString(),
      late: false,
      appeal: { words: '送来时就是裂的', answered: false },
      disagreeUntil: null,
    })
    const { version } = await caseNow(db(), id)
    const manager = await as(db(), 'aftersales_manager', later(40))
    await decideCase(manager, number, aDecision({ version }))
    expect(await read(ticket.id, later(41))).toMatchObject({
      status: 'acting',
      answerBy: null,
      appeal: { answered: true },
      disagreeUntil: null,
    })
  })

  test('cancelled: why; another customer reads nothing of it', async () => {
    const { ticket, number, id } = await anAskedCase(db())
    const { version } = await caseNow(db(), id)
    const manager = await as(db(), 'aftersales_manager')
    await cancelCase(manager, number, { version, reason: '您来电说不换了' })
    const seen = await read(ticket.id)
    expect(seen).toMatchObject({ status: 'cancelled', cancelReason: '您来电说不换了' })
    expect(await read((await aTicket(db())).id)).toBeNull()
  })
})

test('Q-13 no cost, reason between colleagues, share, note or name is ever told', async () => {
  const { ticket, number, id } = await anAskedCase(db())
  const canary = 'canary-only-for-colleagues'
  const manager = await as(db(), 'aftersales_manager')
  const decision = aDecision({ why: canary, what: canary, goods: '7777.11', freight: '555.55' })
  await decideCase(manager, number, decision)
  const answerabilityId = await sharesIn(db(), id, { factory: 60, store: 40 }, manager.actor.id)
  await db().update(returnCases).set({ answerabilityId }).where(eq(returnCases.id, id))
  const seen = await read(ticket.id)
  const told = JSON.stringify(seen)
  for (const secret of [canary, '777711', '55555', manager.actor.name, '含水率', '60']) {
    expect(told.replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '')).not.toContain(secret)
  }
  expect(Object.keys(seen!).sort()).toEqual([
    'answerBy',
    'appeal',
    'cancelReason',
    'closedAt',
    'decision',
    'disagreeUntil',
    'late',
    'number',
    'product',
    'quantity',
    'status',
    'steps',
  ])
  expect([...new Set(seen!.steps.flatMap((step) => Object.keys(step)))].sort()).toEqual([
    'collects',
    'doneAt',
    'id',
    'kind',
    'notBefore',
    'promisedOn',
    'refund',
    'status',
    'visitId',
  ])
})

test('Q-13 nothing that an event of a return or a complaint recorded is told with it', async () => {
  const ticket = await aTicket(db(), { kind: 'exchange', status: 'triaged' })
  const canary = 'canary-only-for-colleagues'
  const kinds = publicEventKinds.filter((kind) => /^(return|complaint)_/.test(kind))
  const fields = ['what', 'reason', 'note', 'item', 'number', 'until', 'why', 'shares', 'reference']
  await inTransaction(await as(db(), 'desk'), async (tx) => {
    for (const kind of kinds) {
      const data = Object.fromEntries(fields.map((field) => [field, canary]))
      await recordEvent(tx, ticket, kind, { ...data, start: [canary, canary], amount: 777 })
    }
  })
  const { events } = await readTrackedTicket(customerOf(ticket.id))
  expect(events.map(({ kind }) => kind)).toEqual(kinds)
  expect(JSON.stringify(events)).not.toMatch(/canary|777/)
})
