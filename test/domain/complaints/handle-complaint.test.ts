import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { complaintFindings } from '#db/schema/complaints.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { aboutComplaint } from '#app/domain/complaints/about-complaint.server.ts'
import { addFinding } from '#app/domain/complaints/add-finding.server.ts'
import { answerComplaint } from '#app/domain/complaints/answer-complaint.server.ts'
import { closeUnreached } from '#app/domain/complaints/close-unreached.server.ts'
import { noteVerdict } from '#app/domain/complaints/give-verdict.server.ts'
import { namePeople } from '#app/domain/complaints/name-people.server.ts'
import { ownComplaint } from '#app/domain/complaints/own-complaint.server.ts'
import { takeUpAgain } from '#app/domain/complaints/take-up-again.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import {
  aComplaint,
  aManager,
  callsOf,
  complaintNow,
  isAbout,
  key,
  kindsOf,
  later,
  mailsTo,
  ticketNow,
} from './a-complaint.ts'

const database = testDatabase()
const answer = (version: number, resolution = '我们明天上午重新上门，向您道歉。') => ({
  version,
  submissionKey: key(),
  about: 'conduct' as const,
  cause: '前一单做得太久',
  resolution,
})

describe('CP-1 its owner', () => {
  test('is given one, the ticket’s, and it is looked into from then on', async () => {
    const ctx = await aManager(database.db)
    const { ticket, number, version } = await aComplaint(database.db)
    await ownComplaint(ctx, number, { version, owner: ctx.actor.id })
    expect(await ticketNow(database.db, ticket)).toMatchObject({ ownerId: ctx.actor.id })
    expect(await complaintNow(database.db, ticket)).toMatchObject({ status: 'investigating' })
    expect(await kindsOf(database.db, ticket)).toContain('owner_changed')
  })

  test('never whom it is about, nor somebody who handles nothing', async () => {
    const ctx = await aManager(database.db)
    const { ticket, number, version } = await aComplaint(database.db)
    const desk = await aColleague(database.db, 'desk')
    await isAbout(database.db, ticket, desk)
    const crew = await aColleague(database.db, 'crew')
    for (const { id: owner } of [desk, crew]) {
      await expect(ownComplaint(ctx, number, { version, owner })).rejects.toMatchObject({
        kind: 'invalid',
        code: 'ownerNotPossible',
      })
    }
  })

  test('not after it ended, not from an old page, not by others', async () => {
    const ctx = await aManager(database.db)
    const owner = ctx.actor.id
    const closed = await aComplaint(database.db, 'closed')
    await expect(ownComplaint(ctx, closed.number, { version: 1, owner })).rejects.toThrow(
      'complaintNotInState',
    )
    const open = await aComplaint(database.db)
    await expect(ownComplaint(ctx, open.number, { version: 9, owner })).rejects.toThrow(
      'complaintChanged',
    )
    const desk = contextOf(database.db, await aColleague(database.db, 'desk'))
    await expect(ownComplaint(desk, open.number, { version: 1, owner })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

describe('CP-1 what and whom it is about', () => {
  test('product, service or conduct', async () => {
    const ctx = await aManager(database.db)
    const { ticket, number, version } = await aComplaint(database.db)
    await aboutComplaint(ctx, number, { version, about: 'service' })
    expect(await complaintNow(database.db, ticket)).toMatchObject({ about: 'service', version: 2 })
    await expect(aboutComplaint(ctx, number, { version, about: 'product' })).rejects.toThrow(
      'complaintChanged',
    )
  })

  test('people are named and taken out; its owner can’t be one of them', async () => {
    const ctx = await aManager(database.db)
    const desk = await aColleague(database.db, 'desk')
    const crew = await aColleague(database.db, 'crew')
    const { ticket, number, version } = await aComplaint(database.db, 'open', { ownerId: desk.id })
    await namePeople(ctx, number, { version, people: [crew.id], other: null })
    await expect(
      namePeople(ctx, number, { version: 2, people: [crew.id], other: desk.id }),
    ).rejects.toThrow('complaintOwner')
    await namePeople(ctx, number, { version: 2, people: [], other: null })
    expect(await complaintNow(database.db, ticket)).toMatchObject({ version: 3 })
    await expect(
      namePeople(ctx, number, { version: 3, people: [], other: crypto.randomUUID() }),
    ).rejects.toThrow('personUnknown')
  })
})

describe('CP-1 what was found out', () => {
  test('is added once a form and can’t be changed; it begins the looking into', async () => {
    const ctx = await aManager(database.db)
    const { ticket, number } = await aComplaint(database.db)
    const finding = { body: '门禁记录：十一点零五分到达', submissionKey: key() }
    await addFinding(ctx, number, finding)
    await addFinding(ctx, number, finding)
    const kept = await database.db
      .select()
      .from(complaintFindings)
      .where(eq(complaintFindings.ticketId, ticket.id))
    expect(kept).toMatchObject([{ body: finding.body, by: ctx.actor.id }])
    expect(await complaintNow(database.db, ticket)).toMatchObject({ status: 'investigating' })
    await expect(database.db.delete(complaintFindings)).rejects.toThrow()
    const over = await aComplaint(database.db, 'closed')
    await expect(addFinding(ctx, over.number, finding)).rejects.toThrow('complaintNotInState')
  })
})

describe('CP-1 the answer', () => {
  test('is told to the customer and makes a call due within a day (FU-1); twice is once', async () => {
    const ctx = await aManager(database.db)
    const { ticket, number, version } = await aComplaint(database.db)
    const form = answer(version)
    await answerComplaint(ctx, number, form)
    await answerComplaint(ctx, number, form)
    expect(await complaintNow(database.db, ticket)).toMatchObject({
      status: 'answered',
      about: 'conduct',
      cause: '前一单做得太久',
      answeredBy: ctx.actor.id,
    })
    expect(await ticketNow(database.db, ticket)).toMatchObject({ ownerId: ctx.actor.id })
    const kinds = await kindsOf(database.db, ticket)
    expect(kinds.filter((kind) => kind === 'message_to_customer')).toHaveLength(1)
    expect(await callsOf(database.db, ticket)).toMatchObject([
      { kind: 'complaint', status: 'due', dueAt: later(24) },
    ])
  })

  test('is given once, and not after the end', async () => {
    const ctx = await aManager(database.db)
    for (const status of ['answered', 'closed', 'withdrawn'] as const) {
      const { number, version } = await aComplaint(database.db, status)
      await expect(answerComplaint(ctx, number, answer(version))).rejects.toThrow(
        'complaintNotInState',
      )
    }
  })
})

describe('CP-1 the verdict', () => {
  test('content closes it and its ticket; no call is due any more', async () => {
    const ctx = await aManager(database.db)
    const { ticket, number, version } = await aComplaint(database.db)
    await answerComplaint(ctx, number, answer(version))
    await noteVerdict(ctx, number, { version: 2, verdict: 'content', words: '可以' })
    expect(await complaintNow(database.db, ticket)).toMatchObject({
      status: 'closed',
      verdict: 'content',
      verdictBy: ctx.actor.id,
    })
    expect(await ticketNow(database.db, ticket)).toMatchObject({ status: 'closed' })
    expect(await callsOf(database.db, ticket)).not.toMatchObject([{ status: 'due' }])
  })

  test('a ticket with a visit to come stays open', async () => {
    const ctx = await aManager(database.db)
    const { ticket, number } = await aComplaint(database.db, 'answered', { status: 'scheduled' })
    await aConfirmedVisit(database.db, { ticketId: ticket.id })
    await noteVerdict(ctx, number, { version: 1, verdict: 'content', words: '' })
    expect(await complaintNow(database.db, ticket)).toMatchObject({ status: 'closed' })
    expect(await ticketNow(database.db, ticket)).toMatchObject({ status: 'scheduled' })
  })

  test('not content has it looked into again, its ticket reopened and the managers told', async () => {
    const ctx = await aManager(database.db)
    const other = await aManager(database.db)
    const { ticket, number } = await aComplaint(database.db, 'answered', {
      status: 'resolved',
      solution: '已回复',
      resolvedAt: later(0),
    })
    await noteVerdict(ctx, number, { version: 1, verdict: 'not_content', words: '没有道歉' })
    expect(await complaintNow(database.db, ticket)).toMatchObject({
      status: 'investigating',
      verdict: 'not_content',
    })
    expect(await ticketNow(database.db, ticket)).toMatchObject({ status: 'triaged' })
    expect(await mailsTo(database.db, other.actor.id)).toMatchObject([
      { template: 'complaint-opened', params: { again: true, description: '没有道歉' } },
    ])
  })

  test('there is none before the answer', async () => {
    const ctx = await aManager(database.db)
    const { number } = await aComplaint(database.db, 'investigating')
    await expect(
      noteVerdict(ctx, number, { version: 1, verdict: 'content', words: '' }),
    ).rejects.toThrow('verdictOver')
  })
})

describe('CP-1 without a verdict', () => {
  test('it is closed with a reason, only once the calls reached nobody (FU-3)', async () => {
    const ctx = await aManager(database.db, later(80))
    const { ticket, number, version } = await aComplaint(database.db, 'answered')
    const form = { version, reason: '三次都没人接' }
    await expect(closeUnreached(ctx, number, form)).rejects.toThrow('complaintReachable')
    await database.db.insert(followUps).values({
      ticketId: ticket.id,
      kind: 'complaint',
      status: 'unreachable',
      createdAt: later(0),
      notBefore: later(0),
      dueAt: later(24),
      doneAt: later(72),
    })
    await closeUnreached(ctx, number, form)
    expect(await complaintNow(database.db, ticket)).toMatchObject({
      status: 'closed',
      verdict: null,
      closedBy: ctx.actor.id,
      closedBecause: '三次都没人接',
    })
    expect(await kindsOf(database.db, ticket)).toContain('complaint_closed')
  })
})

describe('CP-1 taken up again', () => {
  test('a closed one is looked into once more, and its ticket reopened', async () => {
    const ctx = await aManager(database.db)
    const { ticket, number } = await aComplaint(database.db, 'closed', {
      status: 'closed',
      solution: '已回复',
      closedAt: later(0),
    })
    await takeUpAgain(ctx, number, { version: 1, reason: '又发生了一次' })
    expect(await complaintNow(database.db, ticket)).toMatchObject({
      status: 'investigating',
      closedAt: null,
      verdict: null,
    })
    expect(await ticketNow(database.db, ticket)).toMatchObject({ status: 'triaged' })
    expect(await kindsOf(database.db, ticket)).toContain('complaint_reopened')
  })

  test('not one that is being looked into', async () => {
    const ctx = await aManager(database.db)
    for (const status of ['open', 'investigating'] as const) {
      const { number } = await aComplaint(database.db, status)
      await expect(takeUpAgain(ctx, number, { version: 1, reason: '再查' })).rejects.toThrow(
        'complaintNotInState',
      )
    }
  })
})
