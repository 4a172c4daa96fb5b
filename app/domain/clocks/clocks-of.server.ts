import { eq, inArray } from 'drizzle-orm'
import { ticketClocks } from '#db/schema/clocks.ts'
import { tickets } from '#db/schema/tickets.ts'
import { type ClockKind, clockKinds } from '#db/vocabulary/clocks.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { businessTime, type Timeline } from './business-time.ts'
import { serviceTimeline } from './service-calendar.server.ts'
import { isPromised } from './settle.ts'

/** One target as a page shows it; `held` stands still while the ticket is paused. */
export interface ClockView {
  kind: ClockKind
  state: 'ok' | 'risk' | 'over' | 'met' | 'held'
  /** Percent of the time there is, at most 100. */
  used: number
  targetMinutes: number
  /** Service time until now, or until it was met, in milliseconds. */
  spent: number
  /** ISO; null while it stands still. */
  dueAt: string | null
  riskAt: string | null
  /** The end of the window agreed with the customer, where that is what counts. */
  agreedUntil: string | null
  metAt: string | null
  /** It was met after its time. */
  late: boolean
}

/**
 * The clocks of tickets, by their key, in the order of their kinds: running ones, those a pause holds, and those met.
 * One that is promised for nothing, or ended without being met, is left out. The caller has made sure that whoever
 * reads may see the tickets.
 */
export async function clocksOf(
  ctx: Ctx,
  ticketIds: readonly number[],
): Promise<Map<number, ClockView[]>> {
  const views = new Map<number, ClockView[]>()
  if (ticketIds.length === 0) return views
  const rows = await ctx.db
    .select({
      clock: ticketClocks,
      ticket: { status: tickets.status, kind: tickets.kind, severity: tickets.severity },
    })
    .from(ticketClocks)
    .innerJoin(tickets, eq(tickets.id, ticketClocks.ticketId))
    .where(inArray(ticketClocks.ticketId, [...ticketIds]))
  const timeline = await serviceTimeline(ctx)
  for (const kind of clockKinds) {
    for (const { clock, ticket } of rows) {
      if (clock.kind !== kind) continue
      const held = ticket.status === 'paused' && isPromised(kind, ticket)
      const view = viewOf(clock, held, timeline, ctx.now())
      if (view) views.set(clock.ticketId, [...(views.get(clock.ticketId) ?? []), view])
    }
  }
  return views
}

function viewOf(
  clock: typeof ticketClocks.$inferSelect,
  held: boolean,
  timeline: Timeline,
  now: Date,
): ClockView | null {
  const { kind, targetMinutes, spent, runningSince, dueAt, riskAt, metAt } = clock
  const target = targetMinutes * 60_000
  const view = {
    kind,
    targetMinutes,
    spent,
    dueAt: dueAt?.toISOString() ?? null,
    riskAt: riskAt?.toISOString() ?? null,
    agreedUntil: clock.agreedUntil?.toISOString() ?? null,
    metAt: metAt?.toISOString() ?? null,
    late: false,
  }
  if (metAt) return { ...view, state: 'met', used: percent(spent, target), late: isLate(clock) }
  if (runningSince && dueAt) {
    const whole = spent + businessTime(runningSince, dueAt, timeline)
    const soFar = spent + businessTime(runningSince, now, timeline)
    const state = now >= dueAt ? 'over' : riskAt && now >= riskAt ? 'risk' : 'ok'
    return { ...view, state, spent: soFar, used: state === 'over' ? 100 : percent(soFar, whole) }
  }
  return held ? { ...view, state: 'held', used: percent(spent, target) } : null
}

/** An agreed window may end after the target. */
const isLate = ({ spent, targetMinutes, agreedUntil, metAt }: typeof ticketClocks.$inferSelect) =>
  spent > targetMinutes * 60_000 && !(metAt && agreedUntil && metAt <= agreedUntil)

/** What a row of a list says of a ticket's clocks: the one due first, or that a pause holds them. */
export const nextClock = (clocks: readonly ClockView[] = []): ClockView | null =>
  clocks
    .filter(({ dueAt }) => dueAt !== null)
    .toSorted((a, b) => (a.dueAt! < b.dueAt! ? -1 : 1))[0] ??
  clocks.find(({ state }) => state === 'held') ??
  null

const percent = (part: number, whole: number) =>
  whole <= 0 ? 100 : Math.min(100, Math.round((part / whole) * 100))
