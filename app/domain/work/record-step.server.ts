import type { TicketEventKind } from '#db/vocabulary/tickets.ts'
import { canMoveTicket } from '#db/vocabulary/tickets.ts'
import { canMoveVisit, type CrewStep, statusAfterStep } from '#db/vocabulary/visits.ts'
import { moveTicket, recordEvent, type Ticket } from '#app/domain/tickets/index.server.ts'
import { judgeAgain } from '#app/domain/promises/index.server.ts'
import {
  aboutWhenThere,
  changeVisit,
  lockVisit,
  ownVisits,
  tellOnTheWay,
  type Visit,
  withdrawWhen,
} from '#app/domain/visits/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { RecordStepForm } from './record-step-form.ts'

const eventOf = {
  set_out: 'crew_set_out',
  arrived: 'crew_arrived',
  started: 'work_started',
} as const satisfies Partial<Record<CrewStep, TicketEventKind>>

const timeOfStep = {
  set_out: 'setOutAt',
  arrived: 'arrivedAt',
  started: 'startedAt',
  finished: 'finishedAt',
} as const satisfies Record<CrewStep, keyof Visit>

/**
 * Records when the crew set out, arrived or started (VS-2). The same step twice, or from two members at once, keeps
 * the first time. Setting out tells the customer who comes and about when; an arrival that is heard of late puts right
 * what was taken for missed.
 * @param stale it was done so long ago that it is no news to the customer
 */
export async function recordStep(
  ctx: Ctx,
  id: number,
  { step }: RecordStepForm,
  { stale = false }: { stale?: boolean } = {},
): Promise<void> {
  authorize(ctx.actor, 'visit:work')
  await inTransaction(ctx, async (tx) => {
    const { visit, ticket } = await lockVisit(tx, id, ownVisits(tx.actor))
    if (visit[timeOfStep[step]]) return
    refuseStep(visit, step)
    await changeVisit(tx, visit, {
      status: statusAfterStep[step],
      [timeOfStep[step]]: tx.now(),
    })
    const change = await follow(tx, ticket, visit, { step, stale })
    await recordEvent(tx, ticket, eventOf[step], change, visit)
  })
}

/** @returns what goes into the step's event */
async function follow(
  tx: Tx,
  ticket: Ticket,
  visit: Visit,
  { step, stale }: { step: CrewStep; stale: boolean },
): Promise<Record<string, unknown>> {
  switch (step) {
    case 'set_out': {
      const expectedAt = await aboutWhenThere(tx, ticket, visit)
      if (!stale) await tellOnTheWay(tx, ticket, visit, expectedAt)
      return { expectedAt: expectedAt.toISOString() }
    }
    case 'arrived':
      await withdrawWhen(tx, visit.id)
      await judgeAgain(tx, { ...visit, arrivedAt: tx.now() })
      return {}
    case 'started':
      return workBegins(tx, ticket)
    case 'finished':
      return {}
  }
}

/** @throws DomainError conflict when the step isn't the next one */
export function refuseStep(visit: Visit, step: CrewStep): void {
  if (visit.status === 'cancelled') throw refused('visitCancelled')
  if (!canMoveVisit(visit.status, statusAfterStep[step])) throw refused('stepOutOfOrder')
}

/** A crew at work is never turned away because of where the desk has put the ticket. */
async function workBegins(tx: Tx, ticket: Ticket): Promise<Record<string, unknown>> {
  const { status } = ticket
  if (canMoveTicket(status, 'in_progress')) {
    await moveTicket(tx, ticket, 'in_progress')
  } else if (status === 'triaged' || status === 'paused') {
    await moveTicket(tx, ticket, 'scheduled')
    await moveTicket(tx, { ...ticket, status: 'scheduled' }, 'in_progress')
  } else {
    return {}
  }
  return { status: [status, 'in_progress'] }
}
