import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { attachments } from '#db/schema/tickets.ts'
import { visitChecks } from '#db/schema/visits.ts'
import { visitEntries } from '#db/schema/work.ts'
import { Envelope } from '#app/domain/journal/envelope.ts'
import { refusedEntries, takeEntry } from '#app/domain/journal/index.server.ts'
import { visitOfCrew } from '#app/domain/work/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { contextOf } from '#test/factories/context.ts'
import { aCrew } from '#test/factories/crews.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { photo, truncatedPhoto } from '#test/setup/photos.ts'
import { aChecklist, at, eventsOf, mailsOf, visitNow } from '#test/domain/visits/scene.ts'
import { aDrawing } from '#test/domain/visits/drawing.ts'

const database = testDatabase()

let crew: { id: number }
let one: StaffActor
let two: StaffActor

beforeEach(async () => {
  crew = await aCrew(database.db)
  one = await aColleague(database.db, 'crew', { crewId: crew.id })
  two = await aColleague(database.db, 'crew', { crewId: crew.id })
})

let serial = 0
const newKey = () => `entry-${String((serial += 1)).padStart(26, '0')}`

interface Sent {
  kind: string
  visit: number
  key?: string
  at?: Date
  sentAt?: Date
  receivedAt?: Date
  device?: string
  by?: StaffActor
  fields?: Record<string, string | string[]>
  files?: { name: string; bytes: Buffer; tooBig: boolean }[]
}

/** Sends what a phone kept. Unless said otherwise it was done, sent and received at noon. */
function send({ kind, visit, fields = {}, files = [], by = one, ...when }: Sent) {
  const { key = newKey(), at: done = at('12:00'), device = 'phone-one-00' } = when
  const { sentAt = when.receivedAt ?? done, receivedAt = sentAt } = when
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    for (const each of [value].flat()) form.append(name, each)
  }
  const outside = {
    _key: key,
    _kind: kind,
    _visit: String(visit),
    _at: done.toISOString(),
    _sentAt: sentAt.toISOString(),
    _device: device,
    _format: '1',
    _by: by.id,
  }
  for (const [name, value] of Object.entries(outside)) form.set(name, value)
  const ctx = contextOf(database.db, by, { now: receivedAt })
  return takeEntry(ctx, Envelope.parse(outside), form, files)
}

const step = (visit: number, name: string, more: Partial<Sent> = {}) =>
  send({ kind: 'step', visit, fields: { step: name }, ...more })

const aVisitOfCrew = (facts = {}) =>
  aConfirmedVisit(database.db, {
    crewId: crew.id,
    windowStart: at('10:00'),
    windowEnd: at('18:00'),
    plannedStart: at('12:00'),
    plannedEnd: at('13:00'),
    ...facts,
  })

const entriesOf = (visitId: number) =>
  database.db
    .select()
    .from(visitEntries)
    .where(eq(visitEntries.visitId, visitId))
    .orderBy(visitEntries.id)

describe('what a crew’s phone sends (VS-6)', () => {
  test('is taken as of when it was done, not of when it came', async () => {
    const { id, ticketId } = await aVisitOfCrew()
    const late = { receivedAt: at('15:00') }
    await step(id, 'set_out', { at: at('11:40'), ...late })
    await step(id, 'arrived', { at: at('12:05'), ...late })
    await step(id, 'started', { at: at('12:10'), ...late })
    expect(await visitNow(database.db, id)).toMatchObject({
      status: 'working',
      setOutAt: at('11:40'),
      arrivedAt: at('12:05'),
      startedAt: at('12:10'),
    })
    expect((await eventsOf(database.db, ticketId)).map(({ kind }) => kind)).toEqual([
      'crew_set_out',
      'crew_arrived',
      'work_started',
    ])
  })

  test('counts once, however often and however many at once it is sent', async () => {
    const { id, ticketId } = await aVisitOfCrew()
    const key = newKey()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => step(id, 'set_out', { key })),
    )
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['taken']))
    expect(await step(id, 'set_out', { key })).toEqual({ outcome: 'taken' })
    expect(await entriesOf(id)).toHaveLength(1)
    expect(await eventsOf(database.db, ticketId)).toHaveLength(1)
  })

  test('a phone whose clock is wrong is believed in what passed on it alone', async () => {
    const { id } = await aVisitOfCrew()
    await step(id, 'set_out', {
      at: new Date('2031-05-05T08:00:00Z'),
      sentAt: new Date('2031-05-05T08:20:00Z'),
      receivedAt: at('12:00'),
    })
    await step(id, 'arrived', {
      at: new Date('2001-01-01T00:00:00Z'),
      sentAt: new Date('2001-01-01T05:00:00Z'),
      receivedAt: at('12:10'),
    })
    // Five hours ago would be before the crew set out.
    expect(await visitNow(database.db, id)).toMatchObject({
      setOutAt: at('11:40'),
      arrivedAt: at('11:40'),
    })
    await step(id, 'started', { at: at('13:00'), sentAt: at('11:00'), receivedAt: at('12:20') })
    expect((await visitNow(database.db, id)).startedAt).toEqual(at('12:20'))
  })

  test('what the state of things doesn’t allow is kept as refused, and what follows is taken', async () => {
    const { id } = await aVisitOfCrew()
    const early = await step(id, 'started')
    expect(early).toMatchObject({ outcome: 'refused', refusal: { refusal: 'stepOutOfOrder' } })
    expect(await step(id, 'set_out')).toEqual({ outcome: 'taken' })
    const kept = await refusedEntries(contextOf(database.db, one), id)
    expect(kept).toMatchObject([
      { kind: 'step', refusal: 'stepOutOfOrder', fields: { step: 'started' } },
    ])
  })

  test('the same refused entry is answered the same and never tried again', async () => {
    const { id } = await aVisitOfCrew()
    const key = newKey()
    const first = await step(id, 'arrived', { key })
    await step(id, 'set_out')
    expect(await step(id, 'arrived', { key })).toEqual(first)
    expect((await visitNow(database.db, id)).status).toBe('on_the_way')
  })

  test('a form nobody can read is refused, not lost', async () => {
    const { id } = await aVisitOfCrew()
    const answer = await send({ kind: 'pause', visit: id, fields: { reason: 'no such reason' } })
    expect(answer).toMatchObject({ outcome: 'refused', refusal: { refusal: 'entryUnreadable' } })
    expect(await entriesOf(id)).toMatchObject([{ fields: { reason: 'no such reason' } }])
  })

  test('another crew’s visit looks like none at all, and one that isn’t there is not found', async () => {
    const other = await aConfirmedVisit(database.db)
    expect(await step(other.id, 'set_out')).toMatchObject({
      outcome: 'refused',
      refusal: { refusal: 'notFound' },
    })
    expect((await visitNow(database.db, other.id)).status).toBe('confirmed')
    await expect(step(999_999_999, 'set_out')).rejects.toMatchObject({ code: 'notFound' })
  })

  test('somebody who is in no crew may send nothing', async () => {
    const { id } = await aVisitOfCrew()
    const desk = await aColleague(database.db, 'desk')
    await expect(step(id, 'set_out', { by: desk })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await entriesOf(id)).toEqual([])
  })
})

describe('two phones of one crew (VS-6)', () => {
  test('the same step from both keeps the first, and neither is refused', async () => {
    const { id } = await aVisitOfCrew()
    await step(id, 'set_out', { at: at('11:30') })
    const again = { by: two, device: 'phone-two-00', at: at('11:29'), receivedAt: at('12:30') }
    expect(await step(id, 'set_out', again)).toEqual({ outcome: 'taken' })
    expect((await visitNow(database.db, id)).setOutAt).toEqual(at('11:30'))
  })

  test('of two ticks of one item the later one done counts, whichever came first', async () => {
    const { id } = await aVisitOfCrew()
    const [item] = await aChecklist(database.db)
    const tick = (done: boolean, more: Partial<Sent>) => {
      const shown = String(item!.id)
      return send({
        kind: 'check',
        visit: id,
        fields: done ? { shown, done: shown } : { shown },
        ...more,
      })
    }
    await tick(false, { at: at('12:30'), by: two, device: 'phone-two-00' })
    await tick(true, { at: at('12:10'), receivedAt: at('14:00') })
    const [check] = await database.db.select().from(visitChecks).where(eq(visitChecks.visitId, id))
    expect(check).toMatchObject({ done: false, at: at('12:30') })
  })
})

test('a page that hears of an entry sees what it changed, read in the midst of it (VS-6)', async () => {
  for (let round = 0; round < 6; round += 1) {
    const { id } = await aVisitOfCrew({
      plannedStart: at('12:00', round + 100),
      plannedEnd: at('13:00', round + 100),
    })
    const [key, ctx] = [newKey(), contextOf(database.db, one)]
    const reads: ReturnType<typeof visitOfCrew>[] = []
    const taking = step(id, 'set_out', { key })
    for (let i = 0; i < 12; i += 1) {
      reads.push(visitOfCrew(ctx, id))
      await new Promise((wait) => setTimeout(wait, 3))
    }
    await taking
    for (const { heard, visit } of await Promise.all(reads)) {
      expect(heard.includes(key)).toBe(visit.setOutAt !== null)
    }
  }
})

describe('pictures', () => {
  test('a photo is kept once; one that is damaged is refused by name', async () => {
    const { id } = await aVisitOfCrew()
    await step(id, 'set_out')
    const good = await photo('a.jpg')
    const file = { name: 'a.jpg', bytes: good.buffer, tooBig: false }
    const key = newKey()
    const fields = { stage: 'before' }
    for (const times of [1, 2]) {
      const answer = await send({ kind: 'photo', visit: id, key, fields, files: [file] })
      expect([times, answer]).toEqual([times, { outcome: 'taken' }])
    }
    const broken = { name: 'b.jpg', bytes: (await truncatedPhoto()).buffer, tooBig: false }
    const answer = await send({ kind: 'photo', visit: id, fields, files: [broken] })
    expect(answer).toMatchObject({
      outcome: 'refused',
      refusal: { refusal: 'photoDamaged', values: { name: 'b.jpg' } },
    })
    const kept = await database.db.select().from(attachments).where(eq(attachments.visitId, id))
    expect(kept).toHaveLength(1)
  })
})

test('a whole visit done without network is there once, whatever was sent twice on the way (VS-6)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(7), { maxLength: 12 }), async (repeats) => {
      const { id, ticketId } = await aVisitOfCrew({
        skill: 'survey',
        plannedStart: new Date(at('12:00').getTime() + (serial += 1) * 3_600_000),
        plannedEnd: new Date(at('13:00').getTime() + serial * 3_600_000),
        windowStart: at('10:00'),
        windowEnd: at('18:00', 60),
      })
      const kept: Sent[] = [
        { kind: 'step', visit: id, fields: { step: 'set_out' } },
        { kind: 'step', visit: id, fields: { step: 'arrived' } },
        { kind: 'step', visit: id, fields: { step: 'started' } },
        { kind: 'pause', visit: id, fields: { reason: 'rest', note: '' } },
        { kind: 'resume', visit: id },
        { kind: 'finish', visit: id, fields: { workDone: '铰链换好了', outcome: 'done' } },
        {
          kind: 'signature',
          visit: id,
          fields: { signer: '林晓岚', drawing: await aDrawing() },
        },
      ]
      const done = kept.map((entry, minute) => ({
        ...entry,
        key: newKey(),
        at: new Date(at('12:00').getTime() + minute * 60_000),
        receivedAt: at('16:00'),
      }))
      for (const [index, entry] of done.entries()) {
        await send(entry)
        // A phone that heard no answer sends what it sent before again.
        for (const again of repeats) if (again <= index) await send(done[again]!)
      }
      const visit = await visitNow(database.db, id)
      expect(visit).toMatchObject({ status: 'finished', finishedAt: at('12:05') })
      const kinds = (await eventsOf(database.db, ticketId)).map(({ kind }) => kind)
      expect(kinds).toEqual([
        'crew_set_out',
        'crew_arrived',
        'work_started',
        'work_paused',
        'work_resumed',
        'work_finished',
        'resolved',
        'work_signed',
      ])
      const mails = await mailsOf(database.db, ticketId)
      // Nobody is told hours later that a crew is on its way.
      expect(mails.map(({ template }) => template)).not.toContain('crew-on-the-way')
      expect(await entriesOf(id)).toHaveLength(done.length)
    }),
    { numRuns: 12 },
  )
})
