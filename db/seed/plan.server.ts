import { addDays } from '#app/platform/time.server.ts'
import type { Locale } from '#db/vocabulary/locales.ts'
import type { TicketKind } from '#db/vocabulary/tickets.ts'
import type { Whereabouts } from './customers.server.ts'
import type { Asking } from './follow-ups.server.ts'
import { broughtBack, escalated, notAtHome, takenAway } from './courses-homes.server.ts'
import {
  awaitingPart,
  byPhone,
  hearOut,
  repaired,
  reopened,
  unsolved,
} from './courses-done.server.ts'
import {
  missed,
  partsHere,
  partsShort,
  pinned,
  roomUnready,
  takenOff,
} from './courses-marked.server.ts'
import {
  assessed,
  booked,
  cancelled,
  moved,
  paused,
  proposed,
  resumed,
  waiting,
} from './courses-open.server.ts'
import { nth } from './generator.ts'
import { inPark, keepClear, tellBookings } from './plan-bookings.server.ts'
import type { Telling } from './telling.ts'
import { complaintTexts } from './texts/complaints.ts'
import { tellToday } from './plan-today.server.ts'
import { makeMatterQueue, open, type Opening } from './tickets.server.ts'

export type Kind = Exclude<TicketKind, 'complaint'>
type Which = 'any' | 'pictured' | 'by_phone'

const day = 720
const daysAgo = (from: number, to: number) => [from * day, to * day] as const
/** Where several crews come on every day of the week. */
const anyDay = { city: 'suzhou' } as const
/** Waits for a crew, today and tomorrow alike. */
const unassigned: readonly Kind[] = ['repair', 'delivery', 'survey', 'install', 'repair']
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)

/** Tells all of the demo's 120 tickets: what is fixed for today first, then round it. */
export function tellEverything(telling: Telling): void {
  keepClear(telling)
  const { random, tickets } = telling
  const nextMatter = makeMatterQueue()

  const opening = (
    kind: Kind,
    [from, to]: readonly [number, number],
    { city, areas, which = 'any' }: Partial<Whereabouts> & { which?: Which } = {},
  ): Opening => {
    const locale: Locale = tickets.length % 3 === 2 ? 'en' : 'zh-CN'
    return {
      kind,
      locale,
      city: city ?? (tickets.length % 5 < 3 ? 'suzhou' : 'shanghai'),
      ...(areas ? { areas } : {}),
      age: random.integer(from, to),
      matter: nextMatter(kind, locale, which),
    }
  }
  const each = (kinds: readonly Kind[], tell: (kind: Kind, i: number) => unknown) =>
    kinds.forEach(tell)

  tellToday(telling, opening)

  each([...times<Kind>(6, 'repair'), 'parts', 'enquiry', 'return', 'delivery'], (kind) =>
    waiting(telling, opening(kind, [4, 700])),
  )
  each([...times<Kind>(3, 'repair'), 'exchange', 'return', 'parts'], (kind) =>
    assessed(telling, opening(kind, [60, 3 * day])),
  )
  takenOff(telling, opening('repair', daysAgo(1, 3), inPark))
  each([...unassigned, ...unassigned], (kind, i) =>
    proposed(telling, opening(kind, [day / 2, 2 * day]), i),
  )
  partsShort(telling, opening('repair', daysAgo(1, 4), inPark))
  partsHere(telling, opening('repair', daysAgo(1, 4)))
  pinned(telling, opening('repair', daysAgo(1, 4), inPark))
  roomUnready(telling, opening('install', daysAgo(1, 4), inPark))
  tellBookings(telling, opening)
  each([...times<Kind>(2, 'repair'), 'exchange'], (kind, i) =>
    booked(telling, opening(kind, daysAgo(1, 4), i % 3 < 2 ? inPark : {})),
  )
  each(times(2, 'repair'), (kind) => resumed(telling, opening(kind, daysAgo(5, 8))))
  moved(telling, opening('repair', daysAgo(2, 4)))
  missed(telling, opening('repair', daysAgo(3, 5), anyDay))
  each([...times<Kind>(4, 'repair'), 'parts', 'exchange'], (kind, i) =>
    paused(telling, opening(kind, daysAgo(3, 9)), i === 1),
  )
  const away = [
    { asking: 'due', what: 'drawer', backOn: addDays(telling.today, 3) },
    { asking: 'due', what: 'sofa', backOn: addDays(telling.today, -1) },
  ] as const
  each(times(5, 'repair'), (kind, i) => {
    const sent = opening(kind, daysAgo(8, 9), { which: 'pictured' })
    const when = { from: -6, to: -3 }
    if (i < 2) awaitingPart(telling, sent, when, { asking: 'called', bookedAgain: i < 1 })
    else if (i === 2) escalated(telling, sent, when, { asking: 'called' })
    else takenAway(telling, sent, when, nth(away, i))
  })
  each([...times<Kind>(4, 'repair'), 'return', 'survey'], (kind, i) =>
    cancelled(telling, opening(kind, daysAgo(3, 26)), i < 2),
  )
  each(['enquiry', 'repair', 'enquiry', 'enquiry', 'repair'], (kind, i) => {
    const closed = i > 1
    const when = closed ? daysAgo(6, 27) : daysAgo(1, 2)
    const asked = opening(kind, when, { which: 'by_phone' })
    if (i === 1) unsolved(telling, asked)
    else byPhone(telling, asked, closed)
  })
  each(times(2, 'repair'), (kind) => {
    const sent = opening(kind, daysAgo(16, 20), { which: 'pictured' })
    reopened(telling, sent, { from: -14, to: -10 })
  })
  tellResolved(telling, opening)
  tellClosed(telling, opening)
  notAtHome(telling, opening('repair', daysAgo(4, 6), { ...anyDay, which: 'pictured' }))
  const ago = 14
  const brought = opening('repair', [ago * day, ago * day + 300])
  broughtBack(telling, brought, ago, { asking: 'rated_online' })
  tellOtherComplaints(telling)
}

export type MakeOpening = (
  kind: Kind,
  age: readonly [number, number],
  fixed?: Partial<Whereabouts> & { which?: 'pictured' },
) => Opening

/** Finished in the last days; the calls about them are due, overdue or done. */
function tellResolved(telling: Telling, opening: MakeOpening): void {
  const recent: { kind?: Kind; asking: Asking; complaint?: 'new' | 'triaged'; yesterday?: true }[] =
    [
      ...times(3, { asking: 'due' as const }),
      ...times(2, { asking: 'tried_once' as const }),
      ...times(3, { asking: 'due' as const, yesterday: true as const }),
      { asking: 'rated_online' },
      { asking: 'rated_online', kind: 'install' },
      { asking: 'poor_online', complaint: 'new', yesterday: true },
      { asking: 'poor_called', complaint: 'triaged' },
    ]
  for (const { kind = 'repair', asking, complaint, yesterday } of recent) {
    const age = yesterday ? daysAgo(3, 6) : daysAgo(6, 9)
    const when = yesterday ? { from: -1, to: -1 } : { from: -4, to: -2 }
    const after = { asking, ...(complaint ? { complaint } : {}) }
    const where = yesterday ? anyDay : {}
    repaired(telling, opening(kind, age, { ...where, which: 'pictured' }), when, after)
  }
}

/** Finished, asked about, filed away. */
function tellClosed(telling: Telling, opening: MakeOpening): void {
  const kinds: Kind[] = [
    ...times<Kind>(9, 'repair'),
    ...(['delivery', 'install', 'survey', 'survey', 'exchange'] as const),
  ]
  const askings: Asking[] = [
    'poor_called',
    'poor_online',
    ...times<Asking>(3, 'unreachable'),
    ...times<Asking>(6, 'rated_online'),
    ...times<Asking>(3, 'called'),
  ]
  kinds.forEach((kind, i) => {
    const asking = nth(askings, i)
    const days = asking.startsWith('poor') ? 20 + i : telling.random.integer(10, 28)
    const sent = opening(kind, [days * day, days * day + 300], { which: 'pictured' })
    repaired(
      telling,
      sent,
      { from: 2 - days, to: 5 - days },
      {
        asking,
        complaint: asking === 'poor_called' ? 'closed' : 'resolved',
        closed: true,
      },
    )
  })
}

/** CP-1: complaints about something else than a visit. */
function tellOtherComplaints(telling: Telling): void {
  const courses = ['triaged', 'resolved', 'closed'] as const
  const all = [
    ...complaintTexts['zh-CN'].map((text) => ({ ...text, locale: 'zh-CN' as const })),
    ...complaintTexts.en.map((text) => ({ ...text, locale: 'en' as const })),
  ]
  all.forEach(({ locale, words, outcome, model, product }, i) => {
    const complaint = open(telling, {
      kind: 'complaint',
      locale,
      city: 'suzhou',
      age: (i * 6 + 2) * day + 100,
      channel: nth(['letter', 'media', 'hotline'] as const, i),
      matter: {
        model,
        product,
        words,
        category: 'other',
        severity: 3,
        work: outcome,
        done: outcome,
      },
    })
    hearOut(telling, complaint, nth(courses, i), outcome)
  })
}
