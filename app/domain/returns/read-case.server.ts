import { dayOf } from '#app/platform/time.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize, may } from '#app/platform/permissions.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { consequencesOfCase, decisionsOfCase } from './case-decisions.server.ts'
import { eventsOfCase, orderOfCase, photosOfCase } from './case-facts.server.ts'
import { historyOfCustomer } from './case-history.server.ts'
import { moneyOfCase } from './case-money.server.ts'
import { findCase } from './find-case.server.ts'
import { termsOf } from './terms-of.server.ts'
import { usualRemedy } from './terms.ts'

export type WholeCase = Awaited<ReturnType<typeof readCase>>

/**
 * RX-2, RX-3: a case with everything that decides it and everything that was decided.
 * @throws DomainError not_found
 */
export async function readCase(ctx: Ctx<StaffActor>, number: string) {
  authorize(ctx.actor, 'return:read')
  const found = await findCase(ctx, number)
  const { case: one, ticket } = found
  const today = dayOf(ctx.now())
  const [{ returnReasons }, terms, order, photos, events, history, money, decisions, steps] =
    await Promise.all([
      currentSettings(ctx),
      termsOf(ctx, one),
      orderOfCase(ctx, one),
      photosOfCase(ctx, found, { ticket: may(ctx.actor, 'ticket:read') }),
      eventsOfCase(ctx, found),
      historyOfCustomer(ctx, found),
      moneyOfCase(ctx, one),
      decisionsOfCase(ctx, one),
      consequencesOfCase(ctx, one),
    ])
  return {
    case: one,
    ticket,
    today,
    terms,
    usual:
      usualRemedy(one.reason, terms, returnReasons) ?? returnReasons[one.reason]?.remedy ?? null,
    order,
    photos,
    events,
    history,
    money,
    decisions,
    steps,
  }
}
