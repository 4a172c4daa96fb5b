import { describe, expect, test } from 'vitest'
import { aboutComplaint } from '#app/domain/complaints/about-complaint.server.ts'
import { addFinding } from '#app/domain/complaints/add-finding.server.ts'
import { answerComplaint } from '#app/domain/complaints/answer-complaint.server.ts'
import { closeUnreached } from '#app/domain/complaints/close-unreached.server.ts'
import { noteVerdict } from '#app/domain/complaints/give-verdict.server.ts'
import {
  countComplaintsWaiting,
  listComplaints,
} from '#app/domain/complaints/list-complaints.server.ts'
import { namePeople } from '#app/domain/complaints/name-people.server.ts'
import { ownComplaint } from '#app/domain/complaints/own-complaint.server.ts'
import { raiseFault } from '#app/domain/complaints/raise-fault.server.ts'
import { readComplaint } from '#app/domain/complaints/read-complaint.server.ts'
import { takeUpAgain } from '#app/domain/complaints/take-up-again.server.ts'
import { closeTicket } from '#app/domain/tickets/close-ticket.server.ts'
import { registerTicket } from '#app/domain/tickets/index.server.ts'
import { resolveTicket } from '#app/domain/tickets/resolve-ticket.server.ts'
import { triageTicket } from '#app/domain/tickets/triage-ticket.server.ts'
import { assignTicket } from '#app/domain/tickets/assign-ticket.server.ts'
import { writeMessage } from '#app/domain/tickets/write-message.server.ts'
import { handOver } from '#app/domain/desk/hand-over.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { anonymous, contextOf } from '#test/factories/context.ts'
import { aPhone } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aComplaint, aManager, complaintNow, isAbout, key, mailsTo } from './a-complaint.ts'

const database = testDatabase()

describe('CP-1 nobody handles a complaint about themselves', () => {
  test('whatever they try, on the complaint or on its ticket', async () => {
    const me = await aManager(database.db)
    const { ticket, number, version } = await aComplaint(database.db, 'answered')
    await isAbout(database.db, ticket, me.actor)
    const person = (await aColleague(database.db, 'crew')).id
    const tries = [
      () => ownComplaint(me, number, { version, owner: me.actor.id }),
      () => aboutComplaint(me, number, { version, about: 'product' }),
      () => namePeople(me, number, { version, people: [], other: null }),
      () => addFinding(me, number, { body: '没有的事', submissionKey: key() }),
      () =>
        answerComplaint(me, number, {
          version,
          submissionKey: key(),
          about: 'product',
          cause: '没有',
          resolution: '没有',
        }),
      () => noteVerdict(me, number, { version, verdict: 'content', words: '' }),
      () => closeUnreached(me, number, { version, reason: '算了' }),
      () => takeUpAgain(me, number, { version, reason: '再看' }),
      () => raiseFault(me, number, { person, kind: 'quarrel', what: '是他' }),
      () => writeMessage(me, number, { body: '您好', submissionKey: key() }),
      () => resolveTicket(me, number, { solution: '没事' }),
      () => closeTicket(me, number),
    ]
    for (const one of tries) {
      await expect(one()).rejects.toMatchObject({ kind: 'conflict', code: 'complaintAboutYou' })
    }
    expect(await complaintNow(database.db, ticket)).toMatchObject({
      status: 'answered',
      version: 1,
    })
  })

  test('its page is missing for them, and no list or count has it', async () => {
    const me = await aManager(database.db)
    const before = (await countComplaintsWaiting(me))!
    const { ticket, number } = await aComplaint(database.db)
    expect(await countComplaintsWaiting(me)).toBe(before + 1)
    await isAbout(database.db, ticket, me.actor)
    await expect(readComplaint(me, number)).rejects.toMatchObject({ kind: 'not_found' })
    expect(await countComplaintsWaiting(me)).toBe(before)
    const { complaints } = await listComplaints(me, { queue: 'all', after: null })
    expect(complaints.map((one) => one.number)).not.toContain(number)
  })

  test('nobody gives it to them: by assigning, assessing or handing over', async () => {
    const ctx = await aManager(database.db)
    const desk = await aColleague(database.db, 'desk')
    const { ticket, number } = await aComplaint(database.db)
    await isAbout(database.db, ticket, desk)
    const tries = [
      () => assignTicket(ctx, number, { owner: desk.id, version: 1 }),
      () => handOver(ctx, number, { to: desk.id, note: '您来' }),
      () =>
        triageTicket(ctx, number, {
          version: 1,
          submissionKey: key(),
          kind: 'complaint',
          severity: 3,
          category: ticket.category,
          owner: desk.id,
          note: '',
          message: '',
        }),
    ]
    for (const one of tries) {
      await expect(one()).rejects.toMatchObject({ kind: 'invalid', code: 'ownerNotPossible' })
    }
  })

  test('a ticket that isn’t a complaint has none', async () => {
    const ctx = await aManager(database.db)
    const { number } = await aTicket(database.db)
    await expect(readComplaint(ctx, number)).rejects.toMatchObject({ kind: 'not_found' })
  })
})

describe('CP-1 the after-sales managers hear of it at once', () => {
  const registration = (kind: 'complaint' | 'repair') => ({
    kind,
    channel: 'portal' as const,
    category: 'door',
    product: '衣柜',
    description: '师傅迟到两个小时',
    name: '林晓岚',
    phone: aPhone(),
    email: '',
    address: '上海市徐汇区漕溪路 1 号',
    locale: 'zh-CN' as const,
    orderNumber: '',
    preferredDays: '',
  })
  const told = async (id: string) =>
    (await mailsTo(database.db, id)).filter(({ template }) => template === 'complaint-opened')

  test('whichever channel it came by; not of a repair', async () => {
    const manager = await aColleague(database.db, 'aftersales_manager')
    const ctx = contextOf(database.db, anonymous)
    await inTransaction(ctx, (tx) => registerTicket(tx, registration('repair')))
    expect(await told(manager.id)).toEqual([])
    const ticket = await inTransaction(ctx, (tx) => registerTicket(tx, registration('complaint')))
    expect(await told(manager.id)).toMatchObject([{ params: { number: ticket.number } }])
    expect(await complaintNow(database.db, ticket)).toMatchObject({ status: 'open' })
  })

  test('also when it was taken for something else first; not one it is about', async () => {
    const manager = await aColleague(database.db, 'aftersales_manager')
    const about = await aColleague(database.db, 'aftersales_manager')
    const desk = contextOf(database.db, await aColleague(database.db, 'desk'))
    const ticket = await aTicket(database.db, { status: 'triaged', kind: 'complaint', severity: 3 })
    await isAbout(database.db, ticket, about)
    const facts = {
      submissionKey: key(),
      severity: 3 as const,
      category: ticket.category,
      owner: null,
      note: '',
      message: '',
    }
    await triageTicket(desk, ticket.number, { ...facts, kind: 'repair', version: 1 })
    expect(await told(manager.id)).toEqual([])
    await triageTicket(desk, ticket.number, { ...facts, kind: 'complaint', version: 2 })
    expect(await told(manager.id)).toHaveLength(1)
    expect(await told(about.id)).toEqual([])
  })
})
