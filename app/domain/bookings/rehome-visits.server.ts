import { eq } from 'drizzle-orm'
import { crews } from '#db/schema/crews.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import {
  confirmVisit,
  crewsFor,
  findVisit,
  holdDaysOf,
  lockVisit,
  moveToWindow,
  refuseMovedAway,
  refusingDisorder,
} from '#app/domain/visits/index.server.ts'
import { findWindow, windowGone } from '#app/domain/windows/index.server.ts'
import type { RefusalKey } from '#app/i18n/keys.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { DomainError, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { MoveStrandedForm, RehomeVisitForm } from './rehome-form.ts'
import { tellMovedVisit } from './tell-moved.server.ts'

/** What became of a visit that had to move (DS-3). */
export interface Rehomed {
  id: number
  number: string
  name: string
  windowStart: Date
  windowEnd: Date
  hasEmail: boolean
  crewZh: string
  crewEn: string
  plannedStart: Date | null
  /** Why it stayed; null when it has moved. */
  refusal: { code: RefusalKey; values: Record<string, string | number> } | null
}

/** Puts a stranded visit on another crew, in the window its customer knows. */
export async function rehomeVisit(ctx: Ctx, form: RehomeVisitForm): Promise<Rehomed> {
  authorize(ctx.actor, 'booking:manage')
  await refuseSettled(ctx, form.visit, form.version)
  await confirmVisit(ctx, form.visit, {
    crewId: form.crewId,
    start: undefined,
    version: form.version,
  })
  return stateOf(ctx, form.visit)
}

/** Moves a stranded visit to another window and tells its customer why. */
export async function moveStranded(ctx: Ctx, form: MoveStrandedForm): Promise<Rehomed> {
  authorize(ctx.actor, 'booking:manage')
  const work = () =>
    inTransaction(ctx, async (tx) => {
      const window = await findWindow(tx, form.window)
      if (!window || window.startsAt <= tx.now()) throw windowGone()
      const to = { start: window.startsAt, end: window.endsAt }
      const before = await holdDaysOf(tx, form.visit, { to })
      const { visit, ticket } = await lockVisit(tx, form.visit)
      refuseMovedAway(before, visit)
      if (visit.version !== form.version || !visit.stranded) throw refused('visitChanged')
      const here = ticket.areaId === window.areaId && visit.skill === window.skill
      if (!here) throw windowGone()
      const { windowId, reason } = { windowId: window.id, reason: form.reason }
      const moved = await moveToWindow(tx, ticket, visit, { windowId, reason })
      await tellMovedVisit(tx, ticket, [visit, moved], reason)
    })
  await refusingDisorder(work)
  return stateOf(ctx, form.visit)
}

/**
 * Puts each of these visits on the best crew that can take it within its own window, each in a transaction of its
 * own. One that no crew can take, or that somebody changed meanwhile, stays, and the answer says so.
 */
export async function rehomeVisits(
  ctx: Ctx,
  seen: readonly { id: number; version: number }[],
): Promise<Rehomed[]> {
  authorize(ctx.actor, 'booking:manage')
  const done: Rehomed[] = []
  for (const { id, version } of seen) {
    const refusal = await rehomeOnAny(ctx, id, version)
    done.push({ ...(await stateOf(ctx, id)), refusal })
  }
  return done
}

/** @returns why not */
async function rehomeOnAny(ctx: Ctx, id: number, version: number): Promise<Rehomed['refusal']> {
  try {
    const visit = await refuseSettled(ctx, id, version)
    const [ticket] = await ctx.db
      .select({ areaId: tickets.areaId })
      .from(tickets)
      .where(eq(tickets.id, visit.ticketId))
    const asked = { ...visit, areaId: ticket!.areaId }
    const crewsOf = (await crewsFor(ctx, [asked])).get(id) ?? []
    for (const { crew } of crewsOf) {
      try {
        await confirmVisit(ctx, id, { crewId: crew.id, start: undefined, version })
        return null
      } catch (error) {
        // Somebody else was quicker with this crew: the next one is asked.
        if (!(error instanceof DomainError && error.code === 'crewTaken')) throw error
      }
    }
    return { code: 'noCrewFree', values: {} }
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'conflict') throw error
    return { code: error.code, values: error.values }
  }
}

/** One that has moved meanwhile is nobody's to move again. */
async function refuseSettled(ctx: Ctx, id: number, version: number) {
  const visit = await findVisit(ctx, id)
  if (visit.version !== version || !visit.stranded) throw refused('visitChanged')
  return visit
}

async function stateOf(ctx: Ctx, id: number): Promise<Rehomed> {
  const [row] = await ctx.db
    .select({
      id: visits.id,
      number: tickets.number,
      name: tickets.name,
      windowStart: visits.windowStart,
      windowEnd: visits.windowEnd,
      plannedStart: visits.plannedStart,
      email: tickets.email,
      crewZh: crews.nameZh,
      crewEn: crews.nameEn,
    })
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .leftJoin(crews, eq(crews.id, visits.crewId))
    .where(eq(visits.id, id))
  const { email, crewZh, crewEn, ...facts } = row!
  return {
    ...facts,
    hasEmail: email !== null,
    crewZh: crewZh ?? '',
    crewEn: crewEn ?? '',
    refusal: null,
  }
}
