import { desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { isOpen, tickets } from '#db/schema/tickets.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { invalid } from '#app/platform/errors.ts'
import { optionalText, version } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { findTicket, refuseStale, type Ticket } from './find-ticket.server.ts'
import { recordEvent } from './record-event.server.ts'
import { mostTags, tagLength, tagsIn, tagsInWords } from './ticket-tags.ts'
import { visibleTickets } from './visible-tickets.server.ts'

/** Tags as they are typed, apart by commas. */
export const typedTags = optionalText(400).transform((typed, ctx) => {
  const tags = tagsIn(typed)
  if (tags.every((tag) => tag.length <= tagLength)) return tags
  ctx.addIssue({ code: 'custom', message: 'validation:tagTooLong' })
  return z.NEVER
})

export const TagTicketForm = z.object({ version, tags: typedTags })
export type TagTicketForm = z.output<typeof TagTicketForm>

/** Says by which tags a ticket goes; those not named are taken off. @throws DomainError conflict (Q-6) */
export async function tagTicket(
  ctx: Ctx,
  number: string,
  { tags, version }: TagTicketForm,
): Promise<void> {
  authorize(ctx.actor, 'ticket:note')
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, number, { lock: true })
    if (tagsInWords(tags) === tagsInWords(ticket.tags)) return
    refuseStale(ticket, version)
    await keepTags(tx, ticket, tags)
  })
}

export interface TagChange {
  add: readonly string[]
  remove: readonly string[]
}

/** Puts tags on and takes some off, whatever others a ticket has. @returns what it changed, for taking it back */
export async function changeTags(
  ctx: Ctx,
  number: string,
  { add, remove }: TagChange,
): Promise<TagChange> {
  authorize(ctx.actor, 'ticket:note')
  return inTransaction(ctx, async (tx) => {
    const ticket = await findTicket(tx, number, { lock: true })
    const has = (tag: string, among: readonly string[]) =>
      among.some((one) => one.toLowerCase() === tag.toLowerCase())
    const added = add.filter((tag) => !has(tag, ticket.tags))
    const removed = ticket.tags.filter((tag) => has(tag, remove) && !has(tag, add))
    if (added.length + removed.length > 0) {
      await keepTags(tx, ticket, [...ticket.tags.filter((tag) => !has(tag, removed)), ...added])
    }
    return { add: added, remove: removed }
  })
}

async function keepTags(tx: Tx, ticket: Ticket, tags: readonly string[]): Promise<void> {
  if (tags.length > mostTags) throw invalid('tooManyTags', { most: mostTags })
  await tx.db
    .update(tickets)
    .set({ tags: [...tags], version: sql`${tickets.version} + 1`, updatedAt: tx.now() })
    .where(eq(tickets.id, ticket.id))
  await recordEvent(tx, ticket, 'tagged', { tags: [tagsInWords(ticket.tags), tagsInWords(tags)] })
}

const lookedAt = 300

/** The tags of the latest open tickets, the most used first. */
export async function tagsInUse(ctx: Ctx<StaffActor>): Promise<string[]> {
  const rows = await ctx.db
    .select({ tags: tickets.tags })
    .from(tickets)
    .where(sql`${isOpen(tickets.status)} and ${visibleTickets(ctx.actor) ?? sql`true`}`)
    .orderBy(desc(tickets.createdAt), desc(tickets.id))
    .limit(lookedAt)
  const used = new Map<string, number>()
  for (const tag of rows.flatMap(({ tags }) => tags)) used.set(tag, (used.get(tag) ?? 0) + 1)
  return [...used].sort((a, b) => b[1] - a[1]).map(([tag]) => tag)
}
