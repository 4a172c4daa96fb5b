import type { Mark } from '#app/domain/visits/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'

export type MarkView = ReturnType<typeof markView>

/** A mark as plain facts for whoever reads the visit. */
export const markView = (mark: Mark, { actor }: Pick<Ctx<StaffActor>, 'actor'>) => ({
  kind: mark.kind,
  note: mark.note,
  expectedOn: mark.expectedOn,
  source: mark.source,
  madeAt: mark.madeAt?.toISOString() ?? null,
  madeBy: mark.madeBy,
  order: may(actor, 'order:read') ? mark.orderNumber : null,
})
