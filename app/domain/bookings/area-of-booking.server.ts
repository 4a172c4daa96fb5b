import { type Area, findArea, listAreas } from '#app/domain/crews/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/**
 * Where a booking is: the area its address names, else the one that was chosen; null when neither is known. What the
 * address says comes first, so that nobody is promised a window of somewhere else.
 */
export async function areaOfBooking(
  ctx: Ctx,
  {
    address = '',
    area,
  }: { address?: string | undefined; area?: string | number | null | undefined },
): Promise<Area | null> {
  const named = await findArea(ctx, address)
  if (named || !area) return named
  return (await listAreas(ctx)).find(({ id }) => id === Number(area)) ?? null
}
