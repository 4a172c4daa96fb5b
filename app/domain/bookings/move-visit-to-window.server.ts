import {
  holdDaysOf,
  lockVisit,
  moveToWindow,
  refuseMovedAway,
  refusingDisorder,
  tellBooked,
  wasTold,
} from '#app/domain/visits/index.server.ts'
import { findWindow, windowGone } from '#app/domain/windows/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { isUrgent } from './book-on-ticket.server.ts'
import type { MoveToWindowForm } from './move-to-window-form.ts'
import { tellMovedVisit } from './tell-moved.server.ts'
import { windowsFor } from './visit-of-customer.server.ts'

/**
 * BK-3: the desk moves a visit into a window that has the time, whenever; its own crew comes if it can, else another.
 * @throws DomainError conflict `windowGone`, `linkedTooEarly`, `visitChanged`
 */
export async function moveVisitToWindow(
  ctx: Ctx,
  id: number,
  form: MoveToWindowForm,
): Promise<void> {
  authorize(ctx.actor, 'visit:change')
  const work = () =>
    inTransaction(ctx, async (tx) => {
      const window = await findWindow(tx, form.window)
      if (!window || window.startsAt <= tx.now()) throw windowGone()
      const to = { start: window.startsAt, end: window.endsAt }
      const before = await holdDaysOf(tx, id, { to })
      const { visit, ticket } = await lockVisit(tx, id)
      refuseMovedAway(before, visit)
      if (visit.version !== form.version) throw refused('visitChanged')
      const { areaId } = await windowsFor(tx, visit, ticket)
      if (window.areaId !== areaId || window.skill !== visit.skill) throw windowGone()
      const told = await wasTold(tx, visit)
      const moved = await moveToWindow(tx, ticket, visit, {
        windowId: window.id,
        reason: form.reason,
        urgent: isUrgent(ticket),
      })
      if (told) await tellMovedVisit(tx, ticket, [visit, moved], form.reason)
      else await tellBooked(tx, ticket, moved, { service: window.service })
    })
  await refusingDisorder(work)
}
