import { isErasedPhone } from '#db/vocabulary/customers.ts'
import type { WholeTicket } from '#app/domain/tickets/read-ticket.server.ts'
import { storeName } from '#app/domain/stores/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { pointText } from '#app/platform/point.ts'
import { type Settings } from '#app/platform/settings.server.ts'
import { firstLine } from '../first-line.ts'
import { withErasedWords } from '../erased-words.server.ts'
import { deskView } from './desk-view.server.ts'
import { eventOf } from './event-view.server.ts'
import { quietUntil } from './quiet-until.server.ts'
import { wholeTalk } from './talk-view.server.ts'
import { rightsOf } from './ticket-rights.server.ts'

export type TicketView = ReturnType<typeof ticketView>
export type PreviewView = ReturnType<typeof previewOf>
export type TalkEntry = ReturnType<typeof wholeTalk>[number]
export type VisitView = ReturnType<typeof visitsOf>[number]

/** Everything the ticket's page shows, and nothing else. */
export function ticketView(
  ctx: Ctx<StaffActor>,
  read: WholeTicket,
  {
    settings,
    submissionKey,
    desk,
  }: { settings: Settings; submissionKey: string; desk: Parameters<typeof deskView>[1] },
) {
  const whole = { ...read, ticket: withErasedWords(ctx, read.ticket) }
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
export function previewOf(ctx: Ctx<StaffActor>, read: WholeTicket) {
  const whole = { ...read, ticket: withErasedWords(ctx, read.ticket) }
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
    title: firstLine(ticket.description, 120),
    status: ticket.status,
    kind: ticket.kind,
    toAssess: isToAssess(ticket),
    severity: ticket.severity,
    category: ticket.category,
    channel: ticket.channel,
    createdAt: ticket.createdAt.toISOString(),
    product: ticket.product,
    name: ticket.name,
    phone: isErasedPhone(ticket.phone) ? '' : ticket.phone,
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
    store: store && storeName(ctx, store),
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
    unsolved: whole.unsolved && {
      at: whole.unsolved.at.toISOString(),
      callBy: whole.unsolved.callBy.toISOString(),
    },
    /** IN-9: for whom the customer would rather have somebody else. */
    asked: whole.asked.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
    /** Its customer took it back. */
    withdrawn: whole.events.find(({ kind }) => kind === 'cancelled')?.actorKind === 'customer',
    visits: visitsOf(ctx, whole),
    kept: whole.kept,
    may: rightsOf(ctx.actor, whole),
  }
}

/** IN-2: nobody has assessed it yet, also when a visit was given to it as it came in. */
const isToAssess = ({ status, kind, severity }: WholeTicket['ticket']) =>
  status === 'new' ||
  (severity === null && kind === 'repair' && (status === 'triaged' || status === 'scheduled'))

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
