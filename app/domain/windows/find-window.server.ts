import { and, eq } from 'drizzle-orm'
import { services, windows } from '#db/schema/bookings.ts'
import type { Service } from '#db/vocabulary/bookings.ts'
import type { Span } from '#app/domain/crews/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

export type Window = typeof windows.$inferSelect & {
  skill: (typeof services.$inferSelect)['skill']
  travelMinutes: number
  online: boolean
}

/** A window with its service's skill and way; null when there is none with this key. */
export async function findWindow(ctx: Ctx, id: number): Promise<Window | null> {
  const [row] = await ctx.db
    .select({ window: windows, service: services })
    .from(windows)
    .innerJoin(services, eq(services.key, windows.service))
    .where(eq(windows.id, id))
  if (!row) return null
  const { skill, travelMinutes, online } = row.service
  return { ...row.window, skill, travelMinutes, online }
}

/** The window that is exactly this span, if there is one. */
export async function windowAt(
  ctx: Ctx,
  { areaId, service, start, end }: Span & { areaId: number | null; service: Service },
): Promise<number | null> {
  if (areaId === null) return null
  const [window] = await ctx.db
    .select({ id: windows.id })
    .from(windows)
    .where(
      and(
        eq(windows.areaId, areaId),
        eq(windows.service, service),
        eq(windows.startsAt, start),
        eq(windows.endsAt, end),
      ),
    )
  return window?.id ?? null
}

export const readServices = (ctx: Ctx) => ctx.db.select().from(services)
