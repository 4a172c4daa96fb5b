import { and, eq, inArray, isNull } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { ticketLooks, ticketMentions } from '#db/schema/desk.ts'
import { ticketEvents } from '#db/schema/tickets.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { openHandover } from './open-handover.server.ts'
import { othersAt } from './presence.server.ts'

/** What a ticket's page shows of colleagues: how far one has read, whether it is being passed on, who is there. */
export async function deskOfTicket(ctx: Ctx<StaffActor>, ticketId: number) {
  const [looked, handover, present, mentioned] = await Promise.all([
    lookOf(ctx, ticketId),
    openHandoverNamed(ctx, ticketId),
    othersAt(ctx, ticketId),
    mentionedUnseen(ctx, ticketId),
  ])
  return { looked, handover, present, mentioned }
}

async function lookOf(ctx: Ctx<StaffActor>, ticketId: number) {
  const [look] = await ctx.db
    .select({ event: ticketLooks.eventId, at: ticketEvents.at })
    .from(ticketLooks)
    .innerJoin(ticketEvents, eq(ticketEvents.id, ticketLooks.eventId))
    .where(and(eq(ticketLooks.staffId, ctx.actor.id), eq(ticketLooks.ticketId, ticketId)))
  return look ?? null
}

async function openHandoverNamed(ctx: Ctx<StaffActor>, ticketId: number) {
  const open = await openHandover(ctx, ticketId)
  if (!open) return null
  const people = await ctx.db
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(inArray(staff.id, [open.toId, open.by]))
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? null
  return {
    to: nameOf(open.toId),
    by: nameOf(open.by),
    note: open.note,
    at: open.at,
    toMe: open.toId === ctx.actor.id,
    byMe: open.by === ctx.actor.id,
  }
}

async function mentionedUnseen(ctx: Ctx<StaffActor>, ticketId: number): Promise<boolean> {
  const [one] = await ctx.db
    .select({ id: ticketMentions.id })
    .from(ticketMentions)
    .where(
      and(
        eq(ticketMentions.staffId, ctx.actor.id),
        eq(ticketMentions.ticketId, ticketId),
        isNull(ticketMentions.seenAt),
      ),
    )
    .limit(1)
  return one !== undefined
}
