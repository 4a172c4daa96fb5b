import { expect, test } from 'vitest'
import { standingOf } from '#app/routes/portal/track/standing.ts'

type Ticket = Parameters<typeof standingOf>[0]
type Visit = Ticket['visits'][number]
type Item = Ticket['items'][number]

const visit = (facts: Partial<Visit>): Visit => ({
  id: 1,
  status: 'confirmed',
  skill: 'repair',
  work: '调门轨',
  start: '2026-03-10T06:00:00Z',
  end: '2026-03-10T08:00:00Z',
  durationMinutes: 60,
  crewZh: null,
  crewEn: null,
  vehicle: null,
  setOutAt: null,
  arrivedAt: null,
  finishedAt: null,
  noShow: null,
  workDone: null,
  outcome: null,
  signedAt: null,
  signerName: null,
  rated: false,
  rateToken: null,
  delay: null,
  restsBecause: null,
  extras: [],
  wish: undefined,
  toldNobodyCameAt: null,
  members: [],
  overdue: false,
  missing: null,
  crewed: true,
  ...facts,
})
const item = (facts: Partial<Item> = {}): Item => ({
  number: 'C1000001',
  visitId: 1,
  purpose: 'repair',
  item: '中门',
  backOn: null,
  takenAt: '2026-03-10T07:00:00Z',
  returnedAt: null,
  ...facts,
})
const at = (
  status: Ticket['status'],
  visits: Partial<Visit>[],
  items: Item[] = [],
  { called = true, returned }: { called?: boolean; returned?: 'decided' | 'over' } = {},
) => {
  const ticket = {
    status,
    called,
    callBy: null,
    visits: visits.map(visit),
    items,
    events: [],
  }
  return standingOf(ticket as unknown as Ticket, returned).at
}
const delay = { reason: 'traffic', note: '', expectedAt: '2026-03-10T07:00:00Z' } as const
const extra = {
  key: 'k',
  what: '换门轨',
  minutes: 30,
  price: 1,
  currency: 'CNY',
  decision: null,
  decidedBy: null,
}

test.each([
  ['agreed', 'scheduled', {}],
  ['late', 'scheduled', { delay }],
  ['nobody', 'scheduled', { delay, overdue: true }],
  ['nobody_told', 'scheduled', { overdue: true, toldNobodyCameAt: '2026-03-10T08:10:00Z' }],
  ['on_the_way', 'scheduled', { status: 'on_the_way', delay, overdue: true }],
  ['nobody_told', 'scheduled', { status: 'on_the_way', toldNobodyCameAt: '2026-03-10T08:10:00Z' }],
  ['arrived', 'in_progress', { status: 'arrived', toldNobodyCameAt: '2026-03-10T08:10:00Z' }],
  ['working', 'in_progress', { status: 'working', extras: [{ ...extra, decision: 'accepted' }] }],
  ['asked', 'in_progress', { status: 'working', extras: [extra], restsBecause: 'customer' }],
  ['rests', 'in_progress', { status: 'working', restsBecause: 'parts' }],
  ['done', 'in_progress', { status: 'finished', outcome: 'done' }],
  ['handed_on', 'triaged', { status: 'finished', outcome: 'escalated' }],
  ['missed_you', 'triaged', { status: 'cancelled', noShow: 'customer' }],
  ['we_missed', 'triaged', { status: 'cancelled', noShow: 'crew' }],
  ['arranging', 'triaged', { status: 'cancelled' }],
  ['resolved', 'resolved', { status: 'cancelled', noShow: 'crew' }],
] as const)(
  'DS-4, VS-2, VS-7: it stands at %s (ticket %s, visit %j)',
  (standing, status, facts) => {
    expect(at(status, [facts as Partial<Visit>])).toBe(standing)
  },
)

test('DS-4 what was linked with a missed visit fell with it; one booked since counts', () => {
  const missed = visit({ status: 'cancelled', noShow: 'customer' })
  const linked = visit({ id: 2, status: 'cancelled', skill: 'install' })
  const events = [
    { kind: 'visit_confirmed', visitId: 1 },
    { kind: 'customer_no_show', visitId: 1 },
    { kind: 'visit_cancelled', visitId: 2 },
  ]
  const said = (visits: Visit[], since: { kind: string; visitId: number }[] = []) =>
    standingOf({
      ...{ status: 'triaged', called: true, callBy: null, visits, items: [] },
      events: [...events, ...since],
    } as unknown as Ticket).at
  expect(said([missed, linked])).toBe('missed_you')
  const anew = visit({ id: 3, status: 'cancelled' })
  expect(said([missed, linked, anew], [{ kind: 'visit_booked', visitId: 3 }])).toBe('arranging')
  expect(said([missed, visit({ id: 4, status: 'finished' })])).toBe('arranging')
})

test('a visit agreed anew counts, not the one that was missed', () => {
  const missed = { status: 'cancelled', noShow: 'customer' } as const
  expect(at('scheduled', [missed, {}])).toBe('agreed')
})

test('VS-4: what is with us is away until it is back; the original of an exchange never is', () => {
  const finished = { status: 'finished', outcome: 'taken_away' } as const
  expect(at('paused', [finished], [item()])).toBe('away')
  expect(at('paused', [finished], [item({ returnedAt: '2026-03-17T02:00:00Z' })])).toBe('paused')
  expect(at('in_progress', [finished], [item({ purpose: 'exchange' })])).toBe('done')
  expect(at('scheduled', [finished, {}], [item()])).toBe('agreed')
})

test('RX-3: once their return is decided nobody has to call first, and once it is over all is done', () => {
  expect(at('new', [], [], { called: false })).toBe('received')
  expect(at('new', [], [], { called: false, returned: 'decided' })).toBe('arranging')
  const finished = [{ status: 'finished', workDone: '送到，旧的收走' } as const]
  expect(at('triaged', finished, [], { returned: 'decided' })).toBe('arranging')
  expect(at('triaged', finished, [], { returned: 'over' })).toBe('done')
})
