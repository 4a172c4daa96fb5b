import { mondayOf } from '#app/domain/hotline/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { dayOf, isDay } from '#app/platform/time.server.ts'

/** The Monday of the week an address asks for, or of this one. */
export function weekOf(ctx: Ctx, request: Request): string {
  const asked = new URL(request.url).searchParams.get('week') ?? ''
  const sane = isDay(asked) && asked > '2000-01-01' && asked < '2100-01-01'
  return mondayOf(sane ? asked : dayOf(ctx.now()))
}
