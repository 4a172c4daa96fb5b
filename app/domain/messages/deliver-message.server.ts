import { and, eq, notInArray, sql } from 'drizzle-orm'
import { messages } from '#db/schema/messages.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import type { Delivery, Letter, Rendering } from './channels/channel.ts'
import { channelOf } from './channels/index.server.ts'
import { fillLinks } from './private-text.server.ts'
import { replyAddress } from './reply-address.server.ts'

export type Message = typeof messages.$inferSelect

type Render = (message: Message) => Promise<Rendering>
type HandOver = (letter: Letter) => Promise<Delivery>

/**
 * Writes a message's text if that hasn't been done, and hands it over to its channel. Doing it twice matters to
 * nobody: a sent one is left alone, and the provider knows the key.
 * @throws when the provider can't be reached or asks to wait; the try is kept on the message
 */
export async function deliverMessage(
  ctx: Ctx,
  id: string,
  { render, handOver }: { render: Render; handOver?: HandOver },
  { last }: { last: boolean },
): Promise<void> {
  const message = await unsent(ctx, id)
  if (!message) return
  const rendering = await renderOnce(ctx, message, render)
  const attempt = async (ctx: Ctx) => {
    try {
      const letter = letterOf(message, rendering)
      const delivery = await (handOver ?? channelOf(message.channel).deliver)(letter)
      await keepOutcome(ctx, id, delivery)
      return null
    } catch (error) {
      await keepFailure(ctx, id, error as Error, last)
      return error as Error
    }
  }
  const failure = withdrawable(message)
    ? await inTransaction(ctx, async (tx) => ((await unsent(tx, id)) ? attempt(tx) : null))
    : await attempt(ctx)
  if (failure) throw failure
}

/**
 * What may be withdrawn is handed over with its row held: whoever withdraws it either comes first, and it doesn't go
 * out, or waits until it has gone out. Every other mail is handed over outside any transaction.
 */
const withdrawable = ({ template }: Message) =>
  template === 'visit-reminder' ||
  template === 'visit-parts-short' ||
  template === 'crew-on-the-way' ||
  template === 'visit-late' ||
  template === 'order-ready' ||
  template === 'order-not-ready'

async function unsent(ctx: Ctx | Tx, id: string): Promise<Message | undefined> {
  const query = ctx.db
    .select()
    .from(messages)
    .where(and(eq(messages.id, id), notInArray(messages.status, ['sent', 'withdrawn'])))
  const [message] = await ('transaction' in ctx ? query.for('update') : query)
  return message
}

function letterOf(message: Message, { subject, text, html }: Rendering): Letter {
  const { replyLinkId } = message.params
  const replyTo = typeof replyLinkId === 'string' ? replyAddress(replyLinkId) : undefined
  return {
    subject,
    text: fillLinks(text),
    html: fillLinks(html),
    to: message.recipient,
    ...(replyTo ? { replyTo } : {}),
    idempotencyKey: message.id,
  }
}

async function renderOnce(ctx: Ctx, message: Message, render: Render): Promise<Rendering> {
  const { subject, text, html } = message
  if (subject !== null && text !== null && html !== null) return { subject, text, html }
  const rendering = await render(message)
  await ctx.db.update(messages).set(rendering).where(eq(messages.id, message.id))
  return rendering
}

const oneMore = sql`${messages.attempts} + 1`

async function keepFailure(ctx: Ctx, id: string, error: Error, last: boolean): Promise<void> {
  await ctx.db
    .update(messages)
    .set({
      status: last ? 'failed' : 'retrying',
      error: error.message.slice(0, 500),
      attempts: oneMore,
    })
    .where(eq(messages.id, id))
}

async function keepOutcome(ctx: Ctx, id: string, delivery: Delivery): Promise<void> {
  switch (delivery.outcome) {
    case 'sent':
      await ctx.db
        .update(messages)
        .set({
          status: 'sent',
          providerId: delivery.providerId,
          sentAt: ctx.now(),
          error: null,
          attempts: oneMore,
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
        .set({ status: 'failed', error: delivery.reason.slice(0, 500), attempts: oneMore })
        .where(eq(messages.id, id))
  }
}
