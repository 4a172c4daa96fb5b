import { drawInspections } from '#app/domain/follow-ups/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** Draws the managers' calls at the beginning of a month and of a quarter (FU-5). */
export const drawInspectionsJob = (ctx: Ctx): Promise<void> => drawInspections(ctx)
