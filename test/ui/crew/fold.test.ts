import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { EntryKind } from '#db/vocabulary/work.ts'
import { Envelope } from '#app/domain/journal/envelope.ts'
import { takeEntry } from '#app/domain/journal/index.server.ts'
import { visitOfCrew } from '#app/domain/work/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import type { SeenEntry } from '#app/routes/crew/kept/entry.ts'
import { fold, foldCourse, unheard } from '#app/routes/crew/kept/fold.ts'
import { instantAt } from '#app/routes/crew/kept/instant-at.ts'
import type { CrewVisit } from '#app/routes/crew/visits/crew-visit.ts'
import { crewVisitView } from '#app/routes/crew/visits/visit-view.server.ts'
import { aDrawing } from '#test/domain/visits/drawing.ts'
import { aChecklist, at } from '#test/domain/visits/scene.ts'
import { contextOf } from '#test/factories/context.ts'
import { aCrew } from '#test/factories/crews.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const reading = { zone: 'Asia/Shanghai', name: '王师傅' }

let crew: { id: number }
let me: StaffActor
let items: Awaited<ReturnType<typeof aChecklist>> = []
let drawing = ''
let serial = 0

beforeEach(async () => {
  crew = await aCrew(database.db)
  me = await aColleague(database.db, 'crew', { crewId: crew.id })
  if (items.length === 0) items = await aChecklist(database.db)
  drawing = await aDrawing()
})

type Fields = [string, string][]
/** What is done on a phone; `extra` and `damage` speak of one noted before, counted from the first. */
interface Done {
  kind: EntryKind
  fields: Fields
  extra?: number
  damage?: number
}

const aVisitOfCrew = () => {
  serial += 1
  const start = at('12:00').getTime() + serial * 7_200_000
  return aConfirmedVisit(database.db, {
    crewId: crew.id,
    windowStart: at('10:00'),
    windowEnd: at('18:00', 60),
    plannedStart: new Date(start),
    plannedEnd: new Date(start + 3_600_000),
  })
}

let keys = 0
const entryOf = (visitId: number, { kind, fields }: Done, minute: number): SeenEntry => ({
  order: minute,
  key: `fold-${String((keys += 1)).padStart(27, '0')}`,
  kind,
  visitId,
  at: new Date(at('12:00').getTime() + minute * 60_000).toISOString(),
  by: me.id,
  format: 1,
  fields,
  state: 'waiting',
  refusal: null,
  sentAt: null,
  preview: null,
})

/** A phone's entries as they were done, with the keys of what they speak of. */
function entriesOf(visitId: number, done: Done[]): SeenEntry[] {
  const begun = { extra: [] as string[], damage: [] as string[] }
  return done.map((one, minute) => {
    const entry = entryOf(visitId, one, minute)
    for (const about of ['extra', 'damage'] as const) {
      const index = one[about]
      if (index === undefined) {
        if (one.kind === about) begun[about].push(entry.key)
        continue
      }
      const spoken = begun[about][index % Math.max(1, begun[about].length)]
      entry.fields = [...entry.fields, [about, spoken ?? 'a-key-that-is-nobodys-0000000']]
    }
    return entry
  })
}

const receivedAt = at('20:00')

async function send(entry: SeenEntry) {
  const form = new FormData()
  for (const [name, value] of entry.fields) form.append(name, value)
  const envelope = Envelope.parse({
    _key: entry.key,
    _kind: entry.kind,
    _visit: entry.visitId,
    _at: entry.at,
    _sentAt: receivedAt.toISOString(),
    _device: 'phone-one-00',
    _format: 1,
    _by: entry.by,
  })
  return takeEntry(contextOf(database.db, me, { now: receivedAt }), envelope, form)
}

async function loaded(id: number): Promise<CrewVisit> {
  const ctx = contextOf(database.db, me, { now: receivedAt })
  return crewVisitView(await visitOfCrew(ctx, id), {
    ...ctx,
    settings: await currentSettings(ctx),
  })
}

/** What the phone can tell by itself; who said it, and the drawing's place, is the server's to say. */
const told = ({ stage, times, checks, pauses, damages, extras, ...visit }: CrewVisit) => ({
  ...{ stage, times, checks, pauses, damages, extras },
  workDone: visit.workDone,
  outcome: visit.outcome,
  signed: visit.signed && { name: visit.signed.name, at: visit.signed.at },
  notCollectedBecause: visit.notCollectedBecause,
})

const step = (name: string): Done => ({ kind: 'step', fields: [['step', name]] })
const steps = ['set_out', 'arrived', 'started'].map(step)
const word = fc.constantFrom('门轴', '  柜门 ', '换铰链，再调平')

/** Anything a crew may do, sensible at the moment or not. */
const anything: fc.Arbitrary<Done> = fc.oneof(
  fc.constantFrom(...steps),
  fc.tuple(fc.nat(2), fc.boolean()).map(([index, ticked]): Done => {
    const id = String(items[index]!.id)
    return { kind: 'check', fields: [['shown', id], ...(ticked ? [['done', id]] : [])] as Fields }
  }),
  fc.constantFrom('rest', 'parts').map((reason): Done => ({
    kind: 'pause',
    fields: [
      ['reason', reason],
      ['note', ''],
    ],
  })),
  fc.constant<Done>({ kind: 'resume', fields: [] }),
  fc.tuple(word, fc.constantFrom('', '林晓岚')).map(([what, by]): Done => ({
    kind: 'damage',
    fields: [
      ['what', what],
      ['acknowledgedBy', by],
    ],
  })),
  fc.tuple(fc.nat(2), fc.constantFrom('林晓岚', '陈先生')).map(([damage, by]): Done => ({
    kind: 'damage',
    damage,
    fields: [['acknowledgedBy', by]],
  })),
  fc.tuple(word, fc.constantFrom('0', '120', '99.90')).map(([what, price]): Done => ({
    kind: 'extra',
    fields: [
      ['what', what],
      ['minutes', '20'],
      ['price', price],
    ],
  })),
  fc
    .tuple(fc.nat(3), fc.constantFrom('accepted', 'declined', 'withdrawn'))
    .map(([extra, decision]): Done => ({
      kind: 'extra_decision',
      extra,
      fields: [
        ['decision', decision],
        ['name', '林晓岚'],
      ],
    })),
  word.map((text): Done => ({
    kind: 'finish',
    fields: [
      ['workDone', text],
      ['outcome', 'done'],
      ...items.map(({ id }): [string, string] => [`reason-${id}`, '业主不用']),
    ],
  })),
  fc.constant<Done>({ kind: 'signature', fields: [['signer', '林晓岚']] }),
)

const withDrawing = (done: Done): Done =>
  done.kind === 'signature' ? { ...done, fields: [...done.fields, ['drawing', drawing]] } : done

describe('VS-6 what was done on the phone is folded over what the server said', () => {
  test('as the server says it once it has heard of it, from wherever the page was loaded', async () => {
    const someDay = fc.record({
      begun: fc.nat(3),
      done: fc.array(anything, { minLength: 1, maxLength: 8 }),
      loadedAfter: fc.nat(10),
    })
    await fc.assert(
      fc.asyncProperty(someDay, async ({ begun, done, loadedAfter }) => {
        const { id } = await aVisitOfCrew()
        const all = entriesOf(id, [...steps.slice(0, begun), ...done].map(withDrawing))
        const split = Math.min(loadedAfter, all.length)
        let page = await loaded(id)
        for (const [index, entry] of all.entries()) {
          if (index === split) page = await loaded(id)
          const { outcome } = await send(entry)
          entry.state = outcome === 'refused' ? 'refused' : 'sent'
        }
        if (split === all.length) page = await loaded(id)
        const own = unheard(all, { visitId: id, heard: page.heard, by: me.id })
        expect(own).toEqual(all.slice(split).filter(({ state }) => state !== 'refused'))
        const now = await loaded(id)
        expect(told(fold(page, own, reading))).toEqual(told(now))
        expect(foldCourse(page, own).stage).toBe(now.stage)
        expect(unheard(all, { visitId: id, heard: now.heard, by: me.id })).toEqual([])
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  test('what was heard, refused, is another visit’s or another person’s is not folded', async () => {
    const { id } = await aVisitOfCrew()
    const [entry] = entriesOf(id, [step('set_out')])
    const all = [
      { ...entry!, key: 'heard' },
      { ...entry!, key: 'refused', state: 'refused' as const },
      { ...entry!, key: 'other-visit', visitId: id + 1 },
      { ...entry!, key: 'other-person', by: 'somebody' },
      { ...entry!, key: 'mine', state: 'sent' as const },
    ]
    const own = unheard(all, { visitId: id, heard: ['heard'], by: me.id })
    expect(own.map(({ key }) => key)).toEqual(['mine'])
  })

  test('the same folded twice is folded once', async () => {
    const { id } = await aVisitOfCrew()
    const page = await loaded(id)
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 12 }), (done) => {
        const entries = entriesOf(id, [...steps, ...done])
        const doubled = entries.flatMap((entry) => [entry, entry])
        expect(fold(page, doubled, reading)).toEqual(fold(page, entries, reading))
      }),
    )
  })

  test('VS-1 damage that somebody has seen later bears the first name and its time', async () => {
    const { id } = await aVisitOfCrew()
    const page = await loaded(id)
    const entries = entriesOf(id, [
      { kind: 'damage', fields: [['what', '墙角']] },
      { kind: 'damage', damage: 0, fields: [['acknowledgedBy', '林晓岚']] },
      { kind: 'damage', damage: 0, fields: [['acknowledgedBy', '陈先生']] },
    ])
    const [noted, seen] = entries
    expect(fold(page, entries, reading).damages).toEqual([
      {
        ...{ key: noted!.key, what: '墙角', at: noted!.at },
        ...{ acknowledgedBy: '林晓岚', acknowledgedAt: seen!.at },
      },
    ])
  })

  test('photos show from the phone, and a cancelled visit stays cancelled (VS-1)', async () => {
    const { id } = await aVisitOfCrew()
    const page = await loaded(id)
    const [photo, late, call] = entriesOf(id, [
      { kind: 'photo', fields: [['stage', 'before']] },
      {
        kind: 'late',
        fields: [
          ['reason', 'traffic'],
          ['note', '高架堵'],
          ['expected', '15:30'],
        ],
      },
      {
        kind: 'call',
        fields: [
          ['outcome', 'answered'],
          ['call', '1'],
        ],
      },
    ])
    const seen = fold(page, [{ ...photo!, preview: 'blob:one' }, late!, call!], reading)
    expect(seen.photos).toEqual([{ id: 'blob:one', stage: 'before', about: null }])
    expect(seen.delay).toEqual({
      reason: 'traffic',
      note: '高架堵',
      expectedAt: at('15:30').toISOString(),
      at: late!.at,
    })
    expect(seen.called).toEqual({ at: call!.at, correctable: true, call: 1 })
    expect(seen.call).toBeNull()
    const cancelled = { ...page, stage: 'cancelled' as const }
    const everything = entriesOf(id, [...steps, { kind: 'resume', fields: [] }])
    expect(fold(cancelled, everything, reading)).toEqual(cancelled)
  })
})

test('DS-4 a time of the day is read by the clocks of the company, also when they change', () => {
  const on = (day: string, time: string) => instantAt(day, time, 'Europe/Berlin')
  expect(on('2026-03-29T10:00:00Z', '15:30')).toBe('2026-03-29T13:30:00.000Z')
  expect(on('2026-03-28T10:00:00Z', '15:30')).toBe('2026-03-28T14:30:00.000Z')
  expect(on('2026-10-25T10:00:00Z', '01:30')).toBe('2026-10-24T23:30:00.000Z')
})
