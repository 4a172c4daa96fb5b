import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { auditLog } from '#db/schema/accounts.ts'
import { answerFault } from '#app/domain/complaints/answer-fault.server.ts'
import { decideFault } from '#app/domain/complaints/decide-fault.server.ts'
import { namePeople } from '#app/domain/complaints/name-people.server.ts'
import { raiseFault } from '#app/domain/complaints/raise-fault.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import {
  aComplaint,
  aManager,
  complaintNow,
  faultNow,
  isAbout,
  later,
  mailsTo,
} from './a-complaint.ts'

const database = testDatabase()

async function aFault() {
  const manager = await aManager(database.db)
  const person = await aColleague(database.db, 'crew')
  const complaint = await aComplaint(database.db)
  const id = await raiseFault(manager, complaint.number, {
    person: person.id,
    kind: 'quarrel',
    what: '在门口和顾客争吵',
  })
  return { manager, person, ...complaint, id }
}
const decision = { decision: 'verified' as const, why: '邻居也听见了', answered: '' }

describe('CP-2 a fault is raised', () => {
  test('the person is named, told by mail and has the time of the setting; twice is once', async () => {
    const { manager, person, ticket, number, id } = await aFault()
    expect(await faultNow(database.db, id)).toMatchObject({
      status: 'raised',
      staffId: person.id,
      answerBy: later(72),
    })
    expect(await mailsTo(database.db, person.id)).toMatchObject([
      { template: 'fault-raised', params: { faultId: id, kind: 'quarrel' } },
    ])
    const again = { person: person.id, kind: 'quarrel' as const, what: '再说一次' }
    expect(await raiseFault(manager, number, again)).toBe(id)
    const log = await database.db
      .select({ action: auditLog.action })
      .from(auditLog)
      .where(eq(auditLog.subject, `staff:${person.id}`))
    expect(log).toEqual([{ action: 'fault_raised' }])
    const { version } = await complaintNow(database.db, ticket)
    await expect(namePeople(manager, number, { version, people: [], other: null })).rejects.toThrow(
      'faultNamesPerson',
    )
  })

  test('not against oneself, not the owner, not on a withdrawn one, not by the desk', async () => {
    const manager = await aManager(database.db)
    const desk = await aColleague(database.db, 'desk')
    const { number } = await aComplaint(database.db, 'open', { ownerId: desk.id })
    const fault = { kind: 'demands' as const, what: '要红包' }
    await expect(
      raiseFault(manager, number, { ...fault, person: manager.actor.id }),
    ).rejects.toThrow('faultOwn')
    await expect(raiseFault(manager, number, { ...fault, person: desk.id })).rejects.toThrow(
      'complaintOwner',
    )
    const withdrawn = await aComplaint(database.db, 'withdrawn')
    const { id: person } = await aColleague(database.db, 'crew')
    await expect(raiseFault(manager, withdrawn.number, { ...fault, person })).rejects.toThrow(
      'complaintNotInState',
    )
    const clerk = contextOf(database.db, desk)
    await expect(raiseFault(clerk, number, { ...fault, person })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

describe('CP-2 the person answers', () => {
  test('themselves alone, until it is decided', async () => {
    const { manager, person, number, id } = await aFault()
    const own = contextOf(database.db, person)
    const colleague = contextOf(database.db, await aColleague(database.db, 'crew'))
    for (const other of [manager, colleague]) {
      await expect(answerFault(other, id, { answer: '是他' })).rejects.toMatchObject({
        kind: 'not_found',
      })
    }
    await answerFault(own, id, { answer: '我没有大声' })
    await answerFault(own, id, { answer: '我没有大声，是顾客先喊的' })
    const answered = await faultNow(database.db, id)
    expect(answered).toMatchObject({ status: 'answered', answer: '我没有大声，是顾客先喊的' })
    await decideFault(manager, number, id, {
      ...decision,
      answered: answered.answeredAt!.toISOString(),
    })
    await expect(answerFault(own, id, { answer: '还有' })).rejects.toThrow('faultOver')
  })
})

describe('CP-2 it is decided', () => {
  test('not before they were heard or the time was over', async () => {
    const { manager, person, number, id } = await aFault()
    await expect(decideFault(manager, number, id, decision)).rejects.toThrow('faultNotHeard')
    const afterwards = contextOf(database.db, manager.actor, { now: later(72) })
    await decideFault(afterwards, number, id, decision)
    expect(await faultNow(database.db, id)).toMatchObject({
      status: 'verified',
      decidedBy: manager.actor.id,
    })
    expect(await mailsTo(database.db, person.id)).toMatchObject([
      { template: 'fault-raised' },
      { template: 'fault-decided', params: { faultId: id, verified: true, why: decision.why } },
    ])
  })

  test('it may be dropped at once; what was decided stays', async () => {
    const { manager, number, id } = await aFault()
    const dropped = { decision: 'dismissed' as const, why: '认错了人', answered: '' }
    await decideFault(manager, number, id, dropped)
    await decideFault(manager, number, id, dropped)
    await expect(decideFault(manager, number, id, decision)).rejects.toThrow('faultOver')
  })

  test('Q-6 an answer that came meanwhile is read first', async () => {
    const { manager, person, number, id } = await aFault()
    await answerFault(contextOf(database.db, person), id, { answer: '堵车' })
    await expect(decideFault(manager, number, id, decision)).rejects.toThrow('complaintChanged')
  })

  test('not by the person, nor by who decides nothing, nor through another complaint', async () => {
    const manager = await aManager(database.db)
    const other = await aManager(database.db)
    const { ticket, number } = await aComplaint(database.db)
    const id = await raiseFault(manager, number, {
      person: other.actor.id,
      kind: 'passed_on',
      what: '推给了别人',
    })
    await expect(decideFault(other, number, id, decision)).rejects.toThrow('complaintAboutYou')
    const desk = contextOf(database.db, await aColleague(database.db, 'desk'))
    await expect(decideFault(desk, number, id, decision)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const another = await aComplaint(database.db)
    await isAbout(database.db, ticket, other.actor)
    await expect(decideFault(manager, another.number, id, decision)).rejects.toMatchObject({
      kind: 'not_found',
    })
  })
})
