import { changeable, changeUntilTold } from '#app/domain/bookings/index.server.ts'
import { readTrackedTicket } from '#app/domain/tickets/index.server.ts'
import { correctionsOf } from '#app/domain/work/index.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Settings } from '#app/platform/settings.server.ts'
import { dayOf } from '#app/platform/time.server.ts'

type Whole = Awaited<ReturnType<typeof readTrackedTicket>>
type Read = Whole['visits'][number]

/** The ticket as its page shows it: who comes and with which vehicle is told on the day alone. */
export async function ticketOfPage(
  ctx: Ctx<CustomerActor>,
  settings: Settings,
  say: (text: string) => string,
) {
  const ticket = await readTrackedTicket(ctx)
  const corrected = new Map<number, { text: string; at: string }>()
  for (const { id, signedAt } of ticket.visits) {
    const last = signedAt === null ? undefined : (await correctionsOf(ctx, id)).at(-1)
    if (last) corrected.set(id, { text: last.text, at: last.at })
  }
  return {
    ...ticket,
    product: say(ticket.product),
    description: say(ticket.description),
    visits: ticket.visits.map(({ stranded, ...visit }) => {
      const today = dayOf(new Date(visit.start)) === dayOf(ctx.now())
      return {
        ...visit,
        work: say(visit.work),
        changeUntil: changeUntilOf({ ...visit, stranded }, ctx.now(), settings),
        today,
        vehicle: today ? visit.vehicle : null,
        members: today ? visit.members : [],
        /** About when the crew is there. */
        about: aboutWhen(ticket.events, visit, ctx.now()),
        overdue: isOverdue(visit, ctx.now()),
        corrected: corrected.get(visit.id) ?? null,
      }
    }),
  }
}

const step = 5 * 60_000

/**
 * What was reckoned when the crew set out, or what was said of it since, in steps of five minutes and never in the
 * past; `null` while nothing but the window is known.
 */
function aboutWhen(
  events: Whole['events'],
  { id, status, delay, start }: Pick<Read, 'id' | 'status' | 'delay' | 'start'>,
  now: Date,
): string | null {
  const onTheWay = status === 'on_the_way'
  if (!onTheWay && !(status === 'confirmed' && delay)) return null
  const setOut = events.findLast(({ kind, visitId }) => kind === 'crew_set_out' && visitId === id)
  const reckoned = onTheWay ? [setOut?.expectedAt ?? start] : []
  const said = [...reckoned, ...(delay ? [delay.expectedAt] : [])]
  const latest = Math.max(...said.map((one) => new Date(one).getTime()), now.getTime())
  return new Date(Math.ceil(latest / step) * step).toISOString()
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
  return changeUntilTold(judged, now, settings).toISOString()
}
