import type { WholeTicket } from '#app/domain/tickets/read-ticket.server.ts'
import { visitableTicketStatuses } from '#app/domain/visits/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { type Action, may } from '#app/platform/permissions.ts'
import { pointText } from '#app/platform/point.ts'
import { type Settings } from '#app/platform/settings.server.ts'
import { attemptOutcomes } from '#db/vocabulary/follow-ups.ts'
import { canMoveTicket, openTicketStatuses } from '#db/vocabulary/tickets.ts'
import { visitMarkKinds } from '#db/vocabulary/visits.ts'
import { deskView } from './desk-view.server.ts'
import { quietUntil } from './quiet-until.server.ts'
import { fromOf, wholeTalk } from './talk-view.server.ts'
import { workEventOf } from './work-event.ts'

export type TicketView = ReturnType<typeof ticketView>
export type PreviewView = ReturnType<typeof previewOf>
export type TalkEntry = ReturnType<typeof wholeTalk>[number]
export type EventView = ReturnType<typeof eventOf>
export type VisitView = ReturnType<typeof visitsOf>[number]

/** Everything the ticket's page shows, and nothing else. */
export function ticketView(
  ctx: Ctx<StaffActor>,
  whole: WholeTicket,
  {
    settings,
    submissionKey,
    desk,
  }: { settings: Settings; submissionKey: string; desk: Parameters<typeof deskView>[1] },
) {
  const { ticket } = whole
  return {
    ...factsOf(ctx, whole),
    submissionKey,
    me: { id: ctx.actor.id, name: ctx.actor.name },
    desk: deskView(whole, desk),
    ownerId: ticket.ownerId,
    version: ticket.version,
    talk: wholeTalk(ctx, whole, true),
    quietUntil: quietUntil(ctx, whole, settings),
    events: whole.events.map((event) => eventOf(ctx, whole, event)),
    others: whole.others.map(({ createdAt, ...other }) => ({
      ...other,
      createdAt: createdAt.toISOString(),
    })),
    photos: whole.files.map((file) => ({
      id: file.id,
      stage: file.stage,
      name: file.originalName,
      picture: file.contentType !== 'application/pdf',
    })),
  }
}

/** What stands beside the queue: facts, the next step, the last few messages. */
export function previewOf(ctx: Ctx<StaffActor>, whole: WholeTicket) {
  const talk = wholeTalk(ctx, whole)
  const said = talk.filter((entry) => 'body' in entry)
  return { ...factsOf(ctx, whole), talk: said.slice(-3), talkCount: talk.length }
}

function factsOf(ctx: Ctx<StaffActor>, whole: WholeTicket) {
  const { ticket, area, order, store, warranty, reworkOf, names } = whole
  const inEnglish = ctx.locale === 'en'
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  return {
    number: ticket.number,
    title: firstLine(ticket.description),
    status: ticket.status,
    kind: ticket.kind,
    toAssess: isToAssess(ticket),
    severity: ticket.severity,
    category: ticket.category,
    channel: ticket.channel,
    createdAt: ticket.createdAt.toISOString(),
    product: ticket.product,
    name: ticket.name,
    phone: ticket.phone,
    email: ticket.email,
    address: ticket.address,
    area: area && (inEnglish ? area.en : area.zh),
    areaId: ticket.areaId,
    point:
      ticket.lat === null || ticket.lng === null
        ? null
        : pointText({ lat: ticket.lat, lng: ticket.lng }),
    preferredDays: ticket.preferredDays,
    orderNumber: ticket.orderNumber,
    order,
    store: store && (inEnglish ? store.en : store.zh),
    warranty,
    reworkOf,
    owner: nameOf(ticket.ownerId),
    takenBy: nameOf(ticket.takenBy),
    firstContactAt: ticket.firstContactAt?.toISOString() ?? null,
    clocks: whole.clocks,
    pausedUntil: ticket.pausedUntil,
    pauseReason: ticket.pauseReason,
    followUpAt: ticket.followUpAt?.toISOString() ?? null,
    /** Somebody waits. */
    toFollowUp: ticket.followUpAt !== null && ticket.followUpAt <= ctx.now(),
    tags: ticket.tags,
    solution: ticket.solution,
    customerId: ticket.customerId,
    mergedInto: whole.mergedInto,
    merged: whole.merged.map(({ number }) => number),
    followUpDue: whole.followUp?.dueAt.toISOString() ?? null,
    wish: whole.followUp && { part: whole.followUp.part, way: whole.followUp.way },
    visits: visitsOf(ctx, whole),
    may: rightsOf(ctx.actor, whole),
  }
}

/** IN-2: nobody has assessed it yet, also when a visit was given to it as it came in. */
const isToAssess = ({ status, kind, severity }: WholeTicket['ticket']) =>
  status === 'new' ||
  (severity === null && kind === 'repair' && (status === 'triaged' || status === 'scheduled'))

/** What this colleague may do with it as it stands now. */
function rightsOf(actor: StaffActor, { ticket, visits }: WholeTicket) {
  const allowed = (action: Action) => may(actor, action)
  const open = openTicketStatuses.some((status) => status === ticket.status)
  const merged = ticket.mergedIntoId !== null
  const free = visits.every(({ status }) => status === 'finished' || status === 'cancelled')
  const moves = (to: typeof ticket.status, action: Action) =>
    allowed(action) && canMoveTicket(ticket.status, to)
  return {
    note: allowed('ticket:note') && !merged,
    message: allowed('ticket:message') && !merged,
    triage: allowed('ticket:triage') && open,
    handOver: allowed('ticket:triage') && open,
    contact: allowed('ticket:triage') && open,
    propose: allowed('visit:propose') && visitableTicketStatuses.includes(ticket.status),
    tag: allowed('ticket:note') && !merged,
    lookAgain:
      allowed('ticket:triage') &&
      !merged &&
      (ticket.followUpAt !== null || (ticket.status !== 'paused' && ticket.status !== 'cancelled')),
    pause: moves('paused', 'ticket:triage') && free,
    resume: allowed('ticket:triage') && ticket.status === 'paused',
    resolve: moves('resolved', 'ticket:resolve') && free,
    close: moves('closed', 'ticket:resolve'),
    cancel: moves('cancelled', 'ticket:resolve') && free,
    endAfterVisits: !free && moves('resolved', 'ticket:resolve'),
    reopen: allowed('ticket:resolve') && !open && !merged,
    merge: allowed('ticket:merge') && open && free,
    separate: allowed('ticket:merge'),
    seeVisits: allowed('visit:read'),
    dispatch: allowed('visit:dispatch'),
    followUp: allowed('follow-up:call'),
    seeOrders: allowed('order:read'),
  }
}

function visitsOf(ctx: Ctx, { visits }: WholeTicket) {
  return visits.map((visit) => ({
    id: visit.id,
    status: visit.status,
    noShow: visit.noShow,
    work: visit.work,
    start: visit.windowStart.toISOString(),
    end: visit.windowEnd.toISOString(),
    crew: ctx.locale === 'en' ? visit.crewNameEn : visit.crewNameZh,
    overbooked: visit.overbookReason !== null,
    arrivedAt: visit.arrivedAt?.toISOString() ?? null,
    minutesOnSite:
      visit.arrivedAt && visit.finishedAt
        ? Math.round((visit.finishedAt.getTime() - visit.arrivedAt.getTime()) / 60_000)
        : null,
    signed: visit.signed,
  }))
}

const changing = [
  'status',
  'kind',
  'severity',
  'category',
  'owner',
  'area',
  'point',
  'tags',
] as const

/** IN-8: who did what, when, from what to what. */
function eventOf(
  ctx: Ctx<StaffActor>,
  { names, merged }: WholeTicket,
  event: WholeTicket['events'][number],
) {
  const { data } = event
  const work = workEventOf(event.kind, data)
  const title = ctx.locale === 'en' ? data.titleEn : data.titleZh
  const [start, end] = [pairOf(data.start), pairOf(data.end)]
  const windowOf = (at: 0 | 1) => {
    const [from, to] = [start[at], end[at]]
    return from !== null && to !== null ? { start: from, end: to } : null
  }
  return {
    key: String(event.id),
    kind: event.kind,
    at: event.at.toISOString(),
    by: event.actorKind,
    mine: event.actorId === ctx.actor.id,
    name: event.actorId === null ? null : (names.get(event.actorId) ?? null),
    from: fromOf(merged)(event.ticketId),
    merged:
      typeof data.into === 'boolean' ? (data.into ? ('into' as const) : ('of' as const)) : null,
    changes: changing.flatMap((field) => {
      const change = data[field]
      if (!Array.isArray(change)) return []
      const [from, to] = pairOf(change)
      return [{ field, from, to }]
    }),
    oldWindow: windowOf(0),
    window: windowOf(1),
    crew: textOf(ctx.locale === 'en' ? data.crewEn : data.crewZh),
    outcome: attemptOutcomes.find((outcome) => outcome === data.outcome) ?? null,
    work,
    words: work
      ? null
      : ([data.reason, data.solution, data.workDone, data.note, data.colleague, data.number, title]
          .map(textOf)
          .find(Boolean) ?? null),
    until: textOf(data.until),
    mark: visitMarkKinds.find((kind) => kind === data.mark) ?? null,
    expectedOn: textOf(data.expectedOn),
    count: typeof data.count === 'number' ? data.count : null,
    overbooked: data.overbooked === true,
    channel: textOf(data.channel),
  }
}

const textOf = (value: unknown) =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : null

/** What it was and what it became; a value that only stands there became. */
const pairOf = (value: unknown): [string | null, string | null] =>
  Array.isArray(value) ? [textOf(value[0]), textOf(value[1])] : [null, textOf(value)]

const firstLine = (description: string) => (description.split('\n')[0] ?? '').slice(0, 120)
