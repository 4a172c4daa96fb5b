import { standingOf } from '#app/domain/work/inspections.ts'
import { correctionsOf, type readVisit, threeChecksOf } from '#app/domain/work/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import { newToken } from '#app/platform/tokens.server.ts'

type Read = Awaited<ReturnType<typeof readVisit>>

/** VS-8: how far the three checks are, and whether the reader makes the third; VS-3: whether they may correct. */
export async function recordState(ctx: Ctx<StaffActor>, { visit, inspections, record }: Read) {
  const { asked } = await threeChecksOf(ctx, visit)
  const { passed, next } = standingOf(inspections)
  const corrections = record.state === 'unsigned' ? [] : await correctionsOf(ctx, visit.id)
  return {
    threeChecks: {
      asked,
      passed,
      next,
      made: inspections.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
    },
    mayInspect:
      asked &&
      next === 'inspector' &&
      visit.status === 'working' &&
      may(ctx.actor, 'visit:inspect'),
    corrections: corrections.map(({ text, by, at }) => ({ text, by: by.name, at })),
    mayCorrect: record.state !== 'unsigned' && may(ctx.actor, 'visit:change'),
    /** Of the form that this page begins. */
    submissionKey: newToken(),
  }
}
