import { and, eq, ne, sql } from 'drizzle-orm'
import { messages } from '#db/schema/messages.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { fillLinks } from './private-text.server.ts'

export type Message = typeof messages.$inferSelect

export interface Rendering {
  subject: string
  text: string
  html: string
}

export interface Mail extends Rendering {
  to: string
  /** The same for every try, so that the provider sends it once. */
  idempotencyKey: string
}

/** What became of one try; throwing means “later”. */
export type Delivery =
  | { outcome: 'sent'; providerId: string }
  | { outcome: 'no_provider' }
  | { outcome: 'rejected'; reason: string }

export interface Post {
  render(message: Message): Promise<Rendering>
  deliver(mail: Mail): Promise<Delivery>
}

/**
 * Writes a message's text if that hasn't been done, and hands it to the mail provider, outside any transaction.
 * Doing it twice matters to nobody: a sent one is left alone, and the provider knows the key.
 * @throws when the provider can't be reached or asks to wait; the try is kept on the message
 */
export async function deliverMessage(
  ctx: Ctx,
  id: string,
  post: Post,
  { last }: { last: boolean },
): Promise<void> {
  const [message] = await ctx.db
    .select()
    .from(messages)
    .where(and(eq(messages.id, id), ne(messages.status, 'sent')))
  if (!message) return
  const rendering = await renderOnce(ctx, message, post)
  try {
    const delivery = await post.deliver({
      subject: rendering.subject,
      text: fillLinks(rendering.text),
      html: fillLinks(rendering.html),
      to: message.recipient,
      idempotencyKey: message.id,
    })
    await keepOutcome(ctx, id, delivery)
  } catch (error) {
    await ctx.db
      .update(messages)
      .set({
        status: last ? 'failed' : 'retrying',
        error: String((error as Error).message).slice(0, 500),
        attempts: sql`${messages.attempts} + 1`,
      })
      .where(eq(messages.id, id))
    throw error
  }
}

async function renderOnce(ctx: Ctx, message: Message, post: Post): Promise<Rendering> {
  const { subject, text, html } = message
  if (subject !== null && text !== null && html !== null) return { subject, text, html }
  const rendering = await post.render(message)
  await ctx.db.update(messages).set(rendering).where(eq(messages.id, message.id))
  return rendering
}

async function keepOutcome(ctx: Ctx, id: string, delivery: Delivery): Promise<void> {
  const attempts = sql`${messages.attempts} + 1`
  switch (delivery.outcome) {
    case 'sent':
      await ctx.db
        .update(messages)
        .set({
          status: 'sent',
          providerId: delivery.providerId,
          sentAt: ctx.now(),
          error: null,
          attempts,
        })
        .where(eq(messages.id, id))
      return
    case 'no_provider':
      await ctx.db
        .update(messages)
        .set({ status: 'no_provider', error: null })
        .where(eq(messages.id, id))
      return
    case 'rejected':
      await ctx.db
        .update(messages)
        .set({ status: 'failed', error: delivery.reason.slice(0, 500), attempts })
        .where(eq(messages.id, id))
  }
}
