import type { PromiseOfVisit } from '#app/domain/promises/index.server.ts'
import type { Mark } from '#app/domain/visits/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { promiseView } from '../dispatch/promise-view.server.ts'

export type VisitStanding = ReturnType<typeof standingOfVisits>

/** What was promised last of each visit, and what stands in its way. */
export function standingOfVisits(
  ctx: Ctx,
  { promises, marks }: { promises: readonly PromiseOfVisit[]; marks: Map<number, Mark[]> },
) {
  const last = new Map(promises.map((promise) => [promise.visitId, promise]))
  return {
    promised: [...last.values()].map((promise) => promiseView(promise, ctx.now())),
    marked: [...marks.values()].flat().map(({ visitId, kind, note }) => ({ visitId, kind, note })),
  }
}
