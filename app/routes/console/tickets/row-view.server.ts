import type { ListedTicket } from '#app/domain/tickets/list-tickets.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** What a row of a list shows of a ticket. */
export function rowView(ctx: Ctx, row: ListedTicket) {
  return {
    number: row.number,
    title: row.title,
    status: row.status,
    kind: row.kind,
    severity: row.severity,
    name: row.name,
    place: ctx.locale === 'en' ? row.storeEn : row.storeZh,
    createdAt: row.createdAt.toISOString(),
    pausedUntil: row.pausedUntil,
    fresh: row.fresh,
  }
}
