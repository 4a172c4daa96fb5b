import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Piece } from '#db/schema/returns.ts'
import { products } from '#db/schema/stores.ts'
import { attachments } from '#db/schema/tickets.ts'
import type { Shot } from '#db/vocabulary/returns.ts'
import { findOrderFor, type KnownOrder } from '#app/domain/orders/index.server.ts'
import { findDraft, type SentForm, sentForm } from '#app/domain/tickets/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { AskAnswers } from './ask-steps.ts'

export interface AskDraft {
  answers: AskAnswers
  photos: { id: string; name: string; shot: Shot }[]
  sent: SentForm | null
}

/** What has been said and shown so far under this token; nothing, when nothing was sent yet. */
export async function readAskDraft(ctx: Ctx, token: string): Promise<AskDraft> {
  const draft = await findDraft(ctx, token)
  if (!draft) return { answers: {}, photos: [], sent: null }
  const photos = await ctx.db
    .select({ id: attachments.id, name: attachments.originalName, shot: attachments.shot })
    .from(attachments)
    .where(and(eq(attachments.draftId, draft.id), isNull(attachments.ticketId)))
    .orderBy(asc(attachments.createdAt), asc(attachments.id))
  return {
    answers: draft.answers,
    photos: photos.flatMap(({ shot, ...photo }) => (shot ? [{ ...photo, shot }] : [])),
    sent: draft.ticketId === null ? null : await sentForm(ctx, draft.ticketId),
  }
}

export type LineToReturn = KnownOrder['lines'][number] & { pieces: Piece[] }
export type OrderToReturn = Omit<KnownOrder, 'lines'> & { lines: LineToReturn[] }

/**
 * The order of whoever gives its number and its phone, with the pieces of its goods; `null` for everybody else.
 * @param address where the request came from
 * @throws DomainError too_many `triedTooOften`
 */
export async function orderToReturn(
  ctx: Ctx,
  { orderNumber = '', phone = '' }: AskAnswers,
  address: string,
): Promise<OrderToReturn | null> {
  if (orderNumber.trim() === '') return null
  const order = await findOrderFor(ctx, { orderNumber, phone }, address)
  if (!order || order.status === 'cancelled') return null
  const known = await piecesOf(
    ctx,
    order.lines.map(({ productId }) => productId),
  )
  return {
    ...order,
    lines: order.lines.map((line) => ({ ...line, pieces: known.get(line.productId) ?? [] })),
  }
}

/** The cartons or pieces of products, as customers tell them apart. */
export async function piecesOf(ctx: Ctx, productIds: readonly number[]) {
  if (productIds.length === 0) return new Map<number, Piece[]>()
  const rows = await ctx.db
    .select({ id: products.id, pieces: products.pieces })
    .from(products)
    .where(inArray(products.id, [...productIds]))
  return new Map(rows.map(({ id, pieces }) => [id, pieces]))
}
