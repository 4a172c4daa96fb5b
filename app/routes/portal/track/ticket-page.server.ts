import { changeable, changeUntil } from '#app/domain/bookings/index.server.ts'
import { readTrackedTicket } from '#app/domain/tickets/index.server.ts'
import { aboutWhen } from '#app/domain/visits/index.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Settings } from '#app/platform/settings.server.ts'
import { dayOf } from '#app/platform/time.server.ts'

type Read = Awaited<ReturnType<typeof readTrackedTicket>>['visits'][number]

/** The ticket as its page shows it: who comes and with which vehicle is told on the day alone. */
export async function ticketOfPage(
  ctx: Ctx<CustomerActor>,
  settings: Settings,
  say: (text: string) => string,
) {
  const ticket = await readTrackedTicket(ctx)
  return {
    ...ticket,
    product: say(ticket.product),
    description: say(ticket.description),
    visits: await Promise.all(
      ticket.visits.map(async ({ stranded, crewId, plannedStart, ...visit }) => {
        const today = dayOf(new Date(visit.start)) === dayOf(ctx.now())
        const about = await aboutWhenOf(ctx, { ...visit, crewId, plannedStart })
        return {
          ...visit,
          work: say(visit.work),
          changeUntil: changeUntilOf({ ...visit, stranded }, ctx.now(), settings),
          today,
          vehicle: today ? visit.vehicle : null,
          members: today ? visit.members : [],
          /** About when the crew is there. */
          about: about?.toISOString() ?? null,
          overdue: isOverdue(visit, ctx.now()),
        }
      }),
    ),
  }
}

async function aboutWhenOf(
  ctx: Ctx,
  visit: Pick<Read, 'id' | 'status' | 'crewId' | 'start' | 'plannedStart' | 'setOutAt' | 'delay'>,
): Promise<Date | null> {
  if (visit.status !== 'on_the_way' && visit.delay === null) return null
  return aboutWhen(ctx, {
    ...visit,
    windowStart: new Date(visit.start),
    setOutAt: visit.setOutAt ? new Date(visit.setOutAt) : null,
  })
}

function isOverdue({ status, end, delay }: Pick<Read, 'status' | 'end' | 'delay'>, now: Date) {
  const awaited = status === 'proposed' || status === 'confirmed' || status === 'on_the_way'
  return awaited && new Date(end) < now && (!delay || new Date(delay.expectedAt) < now)
}

function changeUntilOf(
  visit: Pick<Read, 'status' | 'start' | 'stranded'>,
  now: Date,
  settings: Settings,
): string | null {
  const judged = { ...visit, windowStart: new Date(visit.start) }
  if (changeable(judged, now, settings) !== 'yes') return null
  return changeUntil(judged, settings).toISOString()
}
