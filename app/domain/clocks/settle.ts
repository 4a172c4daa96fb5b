import type { ClockKind } from '#db/vocabulary/clocks.ts'
import type { Severity, TicketKind, TicketStatus } from '#db/vocabulary/tickets.ts'
import { addBusinessTime, businessTime, type Timeline } from './business-time.ts'

/** One target of one ticket: spent so far, and since when it runs. */
export interface Clock {
  kind: ClockKind
  targetMinutes: number
  startedAt: Date
  /** Service time of the stretches that are over, milliseconds. */
  spent: number
  runningSince: Date | null
  dueAt: Date | null
  riskAt: Date | null
  agreedUntil: Date | null
  metAt: Date | null
  escalatedAt: Date | null
}

/** What the clocks follow from. */
export interface Matter {
  kind: TicketKind
  status: TicketStatus
  severity: Severity | null
  createdAt: Date
  firstContactAt: Date | null
  resolvedAt: Date | null
  closedAt: Date | null
  /** When a crew first stood at the door. */
  arrivedAt: Date | null
  /** The first window the customer agreed to that still stands. */
  agreed: { start: Date; end: Date } | null
}

export type Targets = Record<Severity, { firstContact: number; onSite: number; resolution: number }>

export interface Rules {
  targets: Targets
  timeline: Timeline
}

/** Three quarters of the target. */
const riskShare = 0.75

const kindsWithResolution: ReadonlySet<TicketKind> = new Set<TicketKind>([
  'repair',
  'return',
  'exchange',
  'parts',
  'complaint',
  'enquiry',
])
const applies: Record<ClockKind, (kind: TicketKind) => boolean> = {
  first_contact: (kind) => kindsWithResolution.has(kind),
  on_site: (kind) => kind === 'repair',
  resolution: (kind) => kindsWithResolution.has(kind),
}

/** Whether a ticket has such a target: before it is assessed, only that somebody calls. */
export const isPromised = (kind: ClockKind, ticket: Pick<Matter, 'kind' | 'severity'>) =>
  applies[kind](ticket.kind) && (kind === 'first_contact' || ticket.severity !== null)

/** In their order: a later clock that begins late takes over from an earlier one. */
const kinds = ['resolution', 'first_contact', 'on_site'] as const satisfies readonly ClockKind[]

/**
 * What a ticket's clocks are now, from what they were and how the ticket stands. Done twice it changes nothing: only
 * facts move a clock. One runs while the ticket is open and not paused and what it is for has not happened; a target
 * that changes counts from the start for what is still to be done, and what was spent stays spent.
 */
export function settle(
  before: readonly Clock[],
  matter: Matter,
  rules: Rules,
  now: Date,
): readonly Clock[] {
  const settled: Clock[] = []
  for (const kind of kinds) {
    const had = before.find((clock) => clock.kind === kind)
    const wanted = applies[kind](matter.kind)
    if (!had && !wanted) continue
    const clock = had ?? begin(kind, matter, settled[0])
    settled.push(settleOne(clock, matter, rules, { wanted, now }))
  }
  return settled
}

/** A clock begins as the matter comes in; a visit that is promised later counts from then too, less the pauses. */
function begin(kind: ClockKind, { createdAt }: Matter, resolution: Clock | undefined): Clock {
  const start =
    kind === 'on_site' && resolution ? resolution : { spent: 0, runningSince: createdAt }
  return {
    kind,
    targetMinutes: 1,
    startedAt: createdAt,
    spent: start.spent,
    runningSince: start.runningSince,
    dueAt: null,
    riskAt: null,
    agreedUntil: null,
    metAt: null,
    escalatedAt: null,
  }
}

function settleOne(
  clock: Clock,
  matter: Matter,
  { targets, timeline }: Rules,
  { wanted, now }: { wanted: boolean; now: Date },
): Clock {
  const targetMinutes = targetOf(clock.kind, matter.severity, targets)
  const stopped = { dueAt: null, riskAt: null, agreedUntil: null, runningSince: null }
  const metAt = wanted ? metBy(clock.kind, matter) : clock.metAt
  const spentBy = (at: Date) =>
    clock.spent +
    (clock.runningSince && clock.runningSince < at
      ? businessTime(clock.runningSince, at, timeline)
      : 0)
  if (metAt) {
    // What was promised and agreed by then stays: it says whether it was met in time.
    const { agreedUntil } = clock
    const promised = clock.metAt ? clock.targetMinutes : targetMinutes
    const met = { ...clock, ...stopped, agreedUntil, metAt, spent: spentBy(metAt) }
    return { ...met, targetMinutes: promised }
  }
  if (!wanted || !isRunning(matter)) {
    return { ...clock, ...stopped, targetMinutes, metAt: null, spent: spentBy(now) }
  }
  const runningSince = clock.runningSince ?? now
  const running = { ...clock, targetMinutes, metAt: null, runningSince }
  if (!isPromised(clock.kind, matter)) {
    return { ...running, dueAt: null, riskAt: null, agreedUntil: null }
  }
  const after = (share: number) => {
    const left = targetMinutes * 60_000 * share - clock.spent
    // Spent before it went on: due by so much earlier.
    if (left < 0) return new Date(runningSince.getTime() + left)
    return addBusinessTime(runningSince, left, timeline)
  }
  const agreed = clock.kind === 'on_site' ? matter.agreed : null
  const [due, risk] = [after(1), after(riskShare)]
  return {
    ...running,
    agreedUntil: agreed?.end ?? null,
    dueAt: due && agreed ? latest(due, agreed.end) : due,
    riskAt: due && risk && agreed && agreed.end > due ? latest(risk, agreed.start) : risk,
  }
}

/** Nobody knows yet how bad it is: the shortest of all first contacts, and nothing else is promised. */
function targetOf(kind: ClockKind, severity: Severity | null, targets: Targets): number {
  const all = Object.values(targets)
  switch (kind) {
    case 'first_contact':
      return severity
        ? targets[severity].firstContact
        : Math.min(...all.map(({ firstContact }) => firstContact))
    case 'on_site':
      return severity ? targets[severity].onSite : Math.max(...all.map(({ onSite }) => onSite))
    case 'resolution':
      return severity
        ? targets[severity].resolution
        : Math.max(...all.map(({ resolution }) => resolution))
  }
}

function metBy(kind: ClockKind, matter: Matter): Date | null {
  switch (kind) {
    case 'first_contact':
      return matter.firstContactAt
    case 'on_site':
      return matter.arrivedAt
    case 'resolution':
      if (matter.status === 'resolved') return matter.resolvedAt
      return matter.status === 'closed' ? (matter.resolvedAt ?? matter.closedAt) : null
  }
}

const open: ReadonlySet<TicketStatus> = new Set<TicketStatus>([
  'new',
  'triaged',
  'scheduled',
  'in_progress',
])
const isRunning = ({ status }: Matter) => open.has(status)

const latest = (a: Date, b: Date) => (a > b ? a : b)
