import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { tickets } from '#db/schema/tickets.ts'
import { listAreas } from '#app/domain/crews/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { invalid } from '#app/platform/errors.ts'
import { version } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { optionalPoint, type Point, pointText } from '#app/platform/point.ts'
import { findTicket, refuseStale, type Ticket } from './find-ticket.server.ts'
import { recordEvent } from './record-event.server.ts'

export const CorrectAreaForm = z.object({
  area: z
    .string({ message: 'validation:choose' })
    .regex(/^[1-9]\d{0,14}$/, 'validation:choose')
    .transform(Number),
  /** Where the home is, when somebody knows it better than its district. */
  point: optionalPoint,
  version,
})
export type CorrectAreaForm = z.output<typeof CorrectAreaForm>

/**
 * Says in which area the home lies, where its address was misread: windows and crews are those of the area (BK-1).
 * And where exactly it is: ways are worked out from there (DS-6).
 */
export async function correctArea(
  ctx: Ctx,
  number: string,
  { area: areaId, point, version }: CorrectAreaForm,
): Promise<void> {
  authorize(ctx.actor, 'visit:propose')
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, number, { lock: true })
    const before = pointIn(ticket)
    const [from, to] = [before && pointText(before), point && pointText(point)]
    if (ticket.areaId === areaId && from === to) return
    refuseStale(ticket, version)
    const areas = await listAreas(tx)
    const named = (id: number | null) => areas.find((area) => area.id === id)?.nameZh ?? null
    const area = named(areaId)
    if (area === null) throw invalid('areaUnknown')
    await tx.db
      .update(tickets)
      .set({
        areaId,
        lat: point?.lat ?? null,
        lng: point?.lng ?? null,
        version: sql`${tickets.version} + 1`,
        updatedAt: tx.now(),
      })
      .where(eq(tickets.id, ticket.id))
    await recordEvent(tx, ticket, 'facts_changed', {
      ...(ticket.areaId === areaId ? {} : { area: [named(ticket.areaId), area] }),
      ...(from === to ? {} : { point: [from, to] }),
    })
  })
}

const pointIn = ({ lat, lng }: Ticket): Point | null =>
  lat === null || lng === null ? null : { lat, lng }
