import { addMinutes, dayOf } from '#app/platform/time.server.ts'
import {
  noteDamage,
  proposeExtra,
  rest,
  sendTooLate,
  takeAway,
  tellLate,
} from './at-home.server.ts'
import type { VisitDraft } from './draft.ts'
import type { Telling } from './telling.ts'
import { atHomes } from './texts/at-homes.ts'

/** What was not as planned at the homes of the visits told so far; no chance is drawn for it. */
export function tellOfHomes(telling: Telling): void {
  const outings = telling.tickets.flatMap(({ visits }) => visits)
  for (const visit of outings) {
    if (visit.row.status === 'working') tellOfWork(telling, visit)
    if (visit.row.status === 'on_the_way') tellOfTraffic(telling, visit)
    if (visit.row.status === 'finished') tellOfVisit(telling, visit)
  }
  tellOfSome(telling, outings)
}

const saying = ({ ticket }: VisitDraft) => atHomes[ticket.row.locale]

/** Going on now: the customer is to say yes or no, or the work rests. */
function tellOfWork(telling: Telling, visit: VisitDraft): void {
  const { extras, pauses } = saying(visit)
  const at = addMinutes(visit.row.startedAt!, 11)
  if (visit.row.skill === 'repair') proposeExtra(telling, visit, at, extras.waiting)
  else rest(telling, visit, at, { reason: 'site', note: pauses.site })
}

/** On its way, and later than it was said; not over midnight. */
function tellOfTraffic(telling: Telling, visit: VisitDraft): void {
  const planned = visit.row.plannedStart!
  const at = addMinutes(telling.now, -6)
  const expected = addMinutes(planned > telling.now ? planned : telling.now, 18)
  if (dayOf(at) !== dayOf(planned) || dayOf(addMinutes(expected, 5)) !== dayOf(planned)) return
  tellLate(telling, visit, at, { reason: 'traffic', note: saying(visit).stuck, expected })
}

function tellOfVisit(telling: Telling, visit: VisitDraft): void {
  const { ticket, row } = visit
  const { late, original } = saying(visit)
  const { arrivedAt, finishedAt, windowEnd, windowStart } = row
  if (arrivedAt! > windowEnd) {
    const said = { reason: 'visit_before', note: late, expected: arrivedAt! } as const
    tellLate(telling, visit, addMinutes(windowStart, 50), said)
  }
  if (ticket.row.kind !== 'exchange') return
  takeAway(telling, visit, addMinutes(finishedAt!, -6), {
    item: original.item(ticket.row.product),
    ...{ condition: original.condition, reason: '', backOn: null },
    scene: ticket.matter.scene ?? 'chair',
  })
}

/** One or two of everything else, on the latest days before today. */
function tellOfSome(telling: Telling, outings: readonly VisitDraft[]): void {
  const usual = outings
    .filter(({ row, home, afterVisit }) => row.status === 'finished' && !home && !afterVisit)
    .filter(({ row }) => dayOf(row.finishedAt!) < telling.today)
    .sort((a, b) => b.row.finishedAt!.getTime() - a.row.finishedAt!.getTime())
  const repairs = usual.filter(({ row }) => row.skill === 'repair')
  const big = usual.filter(({ row }) => row.skill === 'install' || row.skill === 'delivery')
  const since = ({ row }: VisitDraft, minutes: number) => addMinutes(row.startedAt!, minutes)

  big.slice(0, 2).forEach((visit, i) => {
    const what = saying(visit).damages[i]!
    const at = addMinutes(visit.row.arrivedAt!, 1)
    noteDamage(telling, visit, at, { what, scene: i === 0 ? 'floor' : 'door' })
  })
  const extras = [
    ['hinge', { decision: 'accepted', via: 'phone' }],
    ['shelf', { decision: 'declined', via: 'phone' }],
    ['handle', { decision: 'accepted', via: 'link' }],
  ] as const
  extras.forEach(([extra, said], i) => {
    const visit = repairs[i]
    if (visit) proposeExtra(telling, visit, since(visit, 4), saying(visit).extras[extra], said)
  })
  const pauses = [
    ['parts', 7],
    ['customer', 12],
  ] as const
  pauses.forEach(([reason, minutes], i) => {
    const visit = repairs[i * 3]
    const note = visit && saying(visit).pauses[reason]
    if (visit && note) rest(telling, visit, since(visit, 9), { reason, note, minutes })
  })
  const [unsure] = repairs.slice(4)
  if (!unsure) return
  sendTooLate(telling, unsure, addMinutes(unsure.row.finishedAt!, 3), {
    kind: 'damage',
    fields: { what: saying(unsure).tooLate, acknowledgedBy: '' },
    refusal: 'visitFinished',
    after: 130,
  })
}
