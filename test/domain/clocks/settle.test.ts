import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { businessTime, type Timeline } from '#app/domain/clocks/business-time.ts'
import { type Clock, type Matter, type Rules, settle } from '#app/domain/clocks/settle.ts'
import { everyDay } from '#app/platform/day-hours.ts'
import type { ClockKind } from '#db/vocabulary/clocks.ts'
import { ticketKinds } from '#db/vocabulary/tickets.ts'

const minute = 60_000
const hour = 60 * minute
const zone = 'Asia/Shanghai'
const week = everyDay({ from: '08:30', to: '22:00' })
const usual = { zone, week, holidays: new Set<string>() }
const always: Timeline = [{ from: -Infinity, calendar: usual }]
const targets = {
  1: { firstContact: 5, onSite: 240, resolution: 480 },
  2: { firstContact: 10, onSite: 480, resolution: 960 },
  3: { firstContact: 15, onSite: 960, resolution: 1920 },
  4: { firstContact: 20, onSite: 1440, resolution: 2880 },
}
const rules: Rules = { targets, timeline: always }

/** `HH:MM` in Shanghai on a Tuesday, or some days later. */
const at = (time: string, days = 0) =>
  new Date(Date.parse(`2026-03-10T${time}:00+08:00`) + days * 24 * hour)

const aMatter = (facts: Partial<Matter> = {}): Matter => ({
  kind: 'repair',
  status: 'triaged',
  severity: 1,
  createdAt: at('10:00'),
  firstContactAt: null,
  resolvedAt: null,
  closedAt: null,
  arrivedAt: null,
  agreed: null,
  ...facts,
})

const of = (clocks: readonly Clock[], kind: ClockKind) =>
  clocks.find((clock) => clock.kind === kind)!

/** A matter as it goes through these standings, each from its time on. */
function follow(steps: [Date, Partial<Matter>, Partial<Rules>?][]): readonly Clock[] {
  let clocks: readonly Clock[] = []
  let matter = aMatter()
  for (const [now, facts, changed] of steps) {
    matter = { ...matter, ...facts }
    clocks = settle(clocks, matter, { ...rules, ...changed }, now)
  }
  return clocks
}

describe('IN-2, IN-4: which clocks run', () => {
  test.each(ticketKinds.map((kind) => [kind]))('of a %s', (kind) => {
    const ran = settle([], aMatter({ kind }), rules, at('10:00')).map((clock) => clock.kind)
    const none = ['delivery', 'install', 'survey'].includes(kind)
    const all = kind === 'repair' ? ['resolution', 'first_contact', 'on_site'] : null
    expect(ran).toEqual(none ? [] : (all ?? ['resolution', 'first_contact']))
  })

  test('before it is assessed only the first contact is due, by the shortest of all', () => {
    const clocks = follow([[at('10:00'), { status: 'new', severity: null }]])
    expect(of(clocks, 'first_contact')).toMatchObject({ dueAt: at('10:05'), targetMinutes: 5 })
    expect(of(clocks, 'on_site').dueAt).toBeNull()
    expect(of(clocks, 'resolution').dueAt).toBeNull()
  })

  test('what came in at night is due when the desk is back', () => {
    const clocks = settle([], aMatter({ createdAt: at('23:10') }), rules, at('23:10'))
    expect(of(clocks, 'first_contact').dueAt).toEqual(at('08:35', 1))
  })

  test('at risk when three quarters of the time are used', () => {
    const clocks = follow([[at('10:00'), {}]])
    expect(of(clocks, 'on_site')).toMatchObject({ dueAt: at('14:00'), riskAt: at('13:00') })
  })
})

describe('IN-7: a pause stops the clocks', () => {
  test('and they go on with what was spent', () => {
    const paused = follow([
      [at('10:00'), {}],
      [at('11:00'), { status: 'paused' }],
    ])
    expect(of(paused, 'on_site')).toMatchObject({ dueAt: null, runningSince: null, spent: hour })
    const on = follow([
      [at('10:00'), {}],
      [at('11:00'), { status: 'paused' }],
      [at('09:00', 3), { status: 'triaged' }],
    ])
    expect(of(on, 'on_site').dueAt).toEqual(at('12:00', 3))
  })

  test('outside service hours it changes nothing', () => {
    const through = follow([[at('10:00'), { severity: 4 }]])
    const paused = follow([
      [at('10:00'), { severity: 4 }],
      [at('22:30'), { status: 'paused' }],
      [at('07:00', 1), { status: 'triaged' }],
    ])
    expect(of(paused, 'resolution').dueAt).toEqual(of(through, 'resolution').dueAt)
  })

  test('one that was over before is over by as much after', () => {
    const clocks = follow([
      [at('10:00'), {}],
      [at('15:00'), { status: 'paused' }],
      [at('10:00', 1), { status: 'triaged' }],
    ])
    expect(of(clocks, 'on_site').dueAt).toEqual(at('09:00', 1))
  })

  test('before it is assessed counts as well: what is promised later leaves it out', () => {
    const clocks = follow([
      [at('10:00'), { status: 'new', severity: null }],
      [at('10:30'), { status: 'paused' }],
      [at('12:30'), { status: 'triaged', severity: 1 }],
    ])
    expect(of(clocks, 'on_site').dueAt).toEqual(at('16:00'))
  })

  test('an enquiry that turns out to be a repair has been waiting since it came in', () => {
    const clocks = follow([
      [at('10:00'), { kind: 'enquiry' }],
      [at('11:00'), { kind: 'repair' }],
    ])
    expect(of(clocks, 'on_site').dueAt).toEqual(at('14:00'))
  })
})

describe('IN-4: what changes mid-way counts from the start', () => {
  test('another severity', () => {
    const clocks = follow([
      [at('10:00'), { severity: 4 }],
      [at('13:00'), { severity: 1 }],
    ])
    expect(of(clocks, 'on_site')).toMatchObject({ dueAt: at('14:00'), targetMinutes: 240 })
  })

  test('other targets; what is spent already makes it overdue', () => {
    const shorter = { ...targets, 1: { firstContact: 5, onSite: 60, resolution: 120 } }
    const clocks = follow([
      [at('10:00'), {}],
      [at('13:00'), {}, { targets: shorter }],
    ])
    expect(of(clocks, 'on_site').dueAt).toEqual(at('11:00'))
  })

  test('other service hours count from when they change', () => {
    const short = { ...usual, week: everyDay({ from: '08:30', to: '12:00' }) }
    const timeline: Timeline = [
      { from: -Infinity, calendar: usual },
      { from: at('11:00').getTime(), calendar: short },
    ]
    const clocks = follow([
      [at('10:00'), {}],
      [at('11:00'), {}, { timeline }],
    ])
    expect(of(clocks, 'on_site').dueAt).toEqual(at('10:30', 1))
  })
})

describe('IN-3: a window the customer agreed to', () => {
  const agreed = { start: at('14:00', 4), end: at('16:00', 4) }

  test('is what counts when it ends after the target', () => {
    const clocks = follow([[at('10:00'), { agreed }]])
    expect(of(clocks, 'on_site')).toMatchObject({
      dueAt: agreed.end,
      agreedUntil: agreed.end,
      riskAt: agreed.start,
    })
    expect(of(clocks, 'resolution').dueAt).toEqual(at('18:00'))
  })

  test('gives nothing away when it ends before', () => {
    const clocks = follow([[at('10:00'), { agreed: { start: at('11:00'), end: at('13:30') } }]])
    expect(of(clocks, 'on_site').dueAt).toEqual(at('14:00'))
  })

  test('that falls through brings the target back', () => {
    const clocks = follow([
      [at('10:00'), { agreed }],
      [at('12:00'), { agreed: null }],
    ])
    expect(of(clocks, 'on_site')).toMatchObject({ dueAt: at('14:00'), agreedUntil: null })
  })
})

describe('what meets a clock', () => {
  test('a first contact, an arrival and a solution, each at its own time', () => {
    const clocks = follow([
      [at('10:00'), {}],
      [at('10:04'), { firstContactAt: at('10:04') }],
      [at('13:00'), { arrivedAt: at('13:00') }],
      [at('15:00'), { status: 'resolved', resolvedAt: at('15:00') }],
    ])
    expect(of(clocks, 'first_contact')).toMatchObject({ metAt: at('10:04'), spent: 4 * minute })
    expect(of(clocks, 'on_site')).toMatchObject({ metAt: at('13:00'), spent: 3 * hour })
    expect(of(clocks, 'resolution')).toMatchObject({ metAt: at('15:00'), spent: 5 * hour })
    for (const clock of clocks) expect(clock.dueAt).toBeNull()
  })

  test('an arrival told later counts at the time it was', () => {
    const clocks = follow([
      [at('10:00'), {}],
      [at('17:00'), { arrivedAt: at('12:00') }],
    ])
    expect(of(clocks, 'on_site').spent).toBe(2 * hour)
  })

  test('a ticket that is taken up again goes on with what was spent', () => {
    const clocks = follow([
      [at('10:00'), {}],
      [at('12:00'), { status: 'resolved', resolvedAt: at('12:00') }],
      [at('15:00', 2), { status: 'triaged', resolvedAt: null }],
    ])
    expect(of(clocks, 'resolution')).toMatchObject({ metAt: null, dueAt: at('21:00', 2) })
  })

  test('a cancelled one has nothing due', () => {
    const clocks = follow([
      [at('10:00'), {}],
      [at('11:00'), { status: 'cancelled', closedAt: at('11:00') }],
    ])
    expect(clocks.map(({ dueAt, metAt }) => [dueAt, metAt])).toEqual(clocks.map(() => [null, null]))
  })
})

const standing = fc.constantFrom<Matter['status']>(
  'new',
  'triaged',
  'scheduled',
  'in_progress',
  'paused',
  'resolved',
)
const step = fc.record({
  after: fc.integer({ min: 0, max: 3 * 1440 }),
  status: standing,
  severity: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
  /** New service hours, from the hour to the hour. */
  hours: fc.option(fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 12, max: 23 }))),
})
const clock = (n: number) => `${String(n).padStart(2, '0')}:00`

test('whatever happens, time is counted as minute by minute, and settling again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
      let now = at('10:00')
      let matter = aMatter()
      let timeline: Timeline = always
      let clocks = settle([], matter, rules, now)
      const stood: { from: number; to: number }[] = []
      for (const { after, status, severity, hours } of steps) {
        const then = new Date(now.getTime() + after * minute)
        if (!['paused', 'resolved'].includes(matter.status)) {
          stood.push({ from: now.getTime(), to: then.getTime() })
        }
        now = then
        if (hours) {
          const spans = everyDay({ from: clock(hours[0]), to: clock(hours[1]) })
          timeline = [...timeline, { from: now.getTime(), calendar: { ...usual, week: spans } }]
        }
        const resolvedAt = status === 'resolved' ? (matter.resolvedAt ?? now) : null
        matter = { ...matter, status, severity, resolvedAt }
        clocks = settle(clocks, matter, { targets, timeline }, now)
        expect(settle(clocks, matter, { targets, timeline }, now)).toEqual(clocks)
        const later = new Date(now.getTime() + 7 * hour)
        expect(settle(clocks, matter, { targets, timeline }, later)).toEqual(clocks)
      }
      const resolution = of(clocks, 'resolution')
      const running = resolution.runningSince
        ? businessTime(resolution.runningSince, now, timeline)
        : 0
      expect(resolution.spent + running).toBe(counted(stood, timeline))
    }),
    { numRuns: 60 },
  )
}, 60_000)

/** Open minutes asked of the wall clock alone; Shanghai's never changes. */
function counted(stretches: { from: number; to: number }[], timeline: Timeline): number {
  let minutes = 0
  for (const { from, to } of stretches) {
    for (let t = from; t < to; t += minute) {
      const { calendar } = timeline.findLast((one) => one.from <= t)!
      const wall = new Date(t + 8 * hour).toISOString().slice(11, 16)
      const open = calendar.week[1].some((span) => span.from <= wall && wall < span.to)
      if (open) minutes++
    }
  }
  return minutes * minute
}
