import { type ClockView, clocksOf, nextClock } from '#app/domain/clocks/index.server.ts'
import { changedSince } from '#app/domain/desk/index.server.ts'
import type { ListedTicket } from '#app/domain/tickets/list-tickets.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { shownName } from '../erased-words.server.ts'

/** What the rows of a list show of their tickets. */
export async function rowViews(ctx: Ctx<StaffActor>, rows: readonly ListedTicket[]) {
  const ids = rows.map(({ id }) => id)
  const [clocks, changed] = await Promise.all([clocksOf(ctx, ids), changedSince(ctx, ids)])
  return rows.map((row) => ({
    ...rowView(ctx, row, nextClock(clocks.get(row.id))),
    changed: changed.has(row.id),
  }))
}

function rowView(ctx: Ctx<StaffActor>, row: ListedTicket, clock: ClockView | null) {
  return {
    number: row.number,
    version: row.version,
    title: shownName(ctx, row.title),
    status: row.status,
    kind: row.kind,
    severity: row.severity,
    name: shownName(ctx, row.name),
    owner: row.owner,
    mine: row.ownerId === ctx.actor.id,
    place: ctx.locale === 'en' ? row.storeEn : row.storeZh,
    createdAt: row.createdAt.toISOString(),
    pausedUntil: row.pausedUntil,
    fresh: row.fresh,
    clock,
  }
}
