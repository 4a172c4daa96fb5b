import { and, eq, exists, inArray, ne, notInArray, or, sql, type SQL } from 'drizzle-orm'
import { ticketEvents } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { Service } from '#db/vocabulary/bookings.ts'
import { findTicketById } from '#app/domain/tickets/index.server.ts'
import { findVisit, type Visit } from '#app/domain/visits/index.server.ts'
import { cutOffOf, findWindow } from '#app/domain/windows/index.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { mailProviderSet } from '#app/platform/mail.server.ts'
import { currentSettings, type Settings } from '#app/platform/settings.server.ts'
import { dayOf } from '#app/platform/time.server.ts'

/** Whether a customer may still move or cancel a visit, and why not. */
export type Changeable = 'yes' | 'cut_off' | 'under_way' | 'finished' | 'cancelled'

type Judged = Pick<Visit, 'status' | 'windowStart' | 'stranded'>

/** BK-3: until when a customer moves or cancels it; until it begins, when its own crew can't come any more. */
export const changeUntil = (
  { windowStart, stranded }: Pick<Judged, 'windowStart' | 'stranded'>,
  settings: Pick<Settings, 'cutOff'>,
): Date => (stranded ? windowStart : cutOffOf(dayOf(windowStart), settings))

/**
 * What the customer is told of it: the deadline they were promised, on every page and in every mail; that a visit may be
 * changed for longer is told once that has passed.
 */
export function changeUntilTold(
  visit: Pick<Judged, 'windowStart' | 'stranded'>,
  now: Date,
  settings: Pick<Settings, 'cutOff'>,
): Date {
  const promised = cutOffOf(dayOf(visit.windowStart), settings)
  return now < promised ? promised : changeUntil(visit, settings)
}

export function changeable(
  visit: Judged,
  now: Date,
  settings: Pick<Settings, 'cutOff'>,
): Changeable {
  switch (visit.status) {
    case 'proposed':
    case 'confirmed':
      return now < changeUntil(visit, settings) ? 'yes' : 'cut_off'
    case 'finished':
    case 'cancelled':
      return visit.status
    default:
      return 'under_way'
  }
}

/** @throws DomainError conflict, with why */
export function refuseUnchangeable(visit: Judged, now: Date, settings: Settings): void {
  const { hotline } = settings.company
  switch (changeable(visit, now, settings)) {
    case 'yes':
      return
    case 'cut_off':
      throw refused('pastCutOff', { cutOff: settings.cutOff, hotline })
    case 'under_way':
      throw refused('crewOnItsWay', { hotline })
    case 'finished':
      throw refused('visitFinished')
    case 'cancelled':
      throw refused('visitCancelled')
  }
}

/** The visits of their ticket that a customer was told of; one that was only thought of is none of them. */
export function knownVisits({ ticketId }: CustomerActor): SQL {
  const told = sql`coalesce((${ticketEvents.data} ->> 'told')::boolean, true)`
  return and(
    eq(visits.ticketId, ticketId),
    or(
      notInArray(visits.status, ['proposed', 'cancelled']),
      exists(
        sql`(select 1 from ${ticketEvents} where ${and(
          eq(ticketEvents.ticketId, ticketId),
          eq(ticketEvents.visitId, visits.id),
          inArray(ticketEvents.kind, ['visit_booked', 'visit_confirmed', 'visit_cancelled']),
          told,
        )})`,
      ),
    ),
  )!
}

/** @throws DomainError not_found */
export const findVisitOfCustomer = (ctx: Ctx<CustomerActor>, id: number) =>
  findVisit(ctx, id, knownVisits(ctx.actor))

/** Which service's windows a visit is moved in, and where; no area, no windows. */
export async function windowsFor(
  ctx: Ctx,
  visit: Visit,
  ticket: { areaId: number | null },
): Promise<{ service: Service; areaId: number | null }> {
  const window = visit.windowId === null ? null : await findWindow(ctx, visit.windowId)
  return {
    service: window?.service ?? visit.skill,
    areaId: ticket.areaId ?? window?.areaId ?? null,
  }
}

/** The visits still to come that are linked with this one (BK-1). */
export async function linkedVisits(
  ctx: Ctx,
  visit: Pick<Visit, 'id' | 'afterVisitId'>,
): Promise<{ before: Visit | null; after: Visit[] }> {
  const rows = await ctx.db
    .select()
    .from(visits)
    .where(
      and(
        inArray(visits.status, ['proposed', 'confirmed']),
        visit.afterVisitId === null
          ? eq(visits.afterVisitId, visit.id)
          : or(eq(visits.afterVisitId, visit.id), eq(visits.id, visit.afterVisitId)),
      ),
    )
    .orderBy(visits.id)
  return {
    before: rows.find(({ id }) => id === visit.afterVisitId) ?? null,
    after: rows.filter(({ afterVisitId }) => afterVisitId === visit.id),
  }
}

/** A visit as the page on which its customer moves or cancels it shows it. @throws DomainError not_found */
export async function readVisitOfCustomer(ctx: Ctx<CustomerActor>, id: number) {
  const visit = await findVisitOfCustomer(ctx, id)
  const ticket = await findTicketById(ctx, visit.ticketId)
  const settings = await currentSettings(ctx)
  const { before, after } = await linkedVisits(ctx, visit)
  return {
    visit,
    ticket: { number: ticket.number, mailed: ticket.email !== null && mailProviderSet() },
    ...(await windowsFor(ctx, visit, ticket)),
    changeable: changeable(visit, ctx.now(), settings),
    until: changeUntilTold(visit, ctx.now(), settings),
    before,
    after,
    /** The other visits to come, of the ticket or linked with this one. */
    standing: await standingBeside(ctx, visit),
    moved: await lastMove(ctx, visit),
  }
}

const standingBeside = (ctx: Ctx<CustomerActor>, { id, afterVisitId }: Visit): Promise<Visit[]> =>
  ctx.db
    .select()
    .from(visits)
    .where(
      and(
        or(knownVisits(ctx.actor), eq(visits.afterVisitId, id), eq(visits.id, afterVisitId ?? 0)),
        ne(visits.id, id),
        inArray(visits.status, ['proposed', 'confirmed']),
      ),
    )
    .orderBy(visits.windowStart)

/** From which window to which the customer last moved it. */
async function lastMove(ctx: Ctx, visit: Visit) {
  const [event] = await ctx.db
    .select({ data: ticketEvents.data })
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.ticketId, visit.ticketId),
        eq(ticketEvents.visitId, visit.id),
        eq(ticketEvents.kind, 'visit_moved'),
        eq(ticketEvents.actorKind, 'customer'),
      ),
    )
    .orderBy(sql`${ticketEvents.id} desc`)
    .limit(1)
  const { start, end } = (event?.data ?? {}) as { start?: [string, string]; end?: [string, string] }
  if (!start || !end) return null
  return { from: { start: start[0], end: end[0] }, to: { start: start[1], end: end[1] } }
}
