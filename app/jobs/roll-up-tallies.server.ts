import { rollUpTallies } from '#app/domain/tickets/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** Keeps the counts of tickets small enough to be summed at every page. */
export const rollUpTalliesJob = (ctx: Ctx): Promise<void> => rollUpTallies(ctx)
