import { and, eq, gte, notInArray, sql } from 'drizzle-orm'
import { messages } from '#db/schema/messages.ts'
import type { EmailTemplate } from '#db/vocabulary/messages.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import type { Message } from './deliver-message.server.ts'

/** Which messages: of one template about one order, written since then. */
interface AboutOrder {
  template: EmailTemplate
  number: string
  since: Date
}

const about = ({ template, number, since }: AboutOrder) =>
  and(
    eq(messages.template, template),
    gte(messages.createdAt, since),
    sql`${messages.params}->>'number' = ${number}`,
  )

/** What was written about an order and stands. */
export const messagesAboutOrder = (ctx: Ctx | Tx, which: AboutOrder): Promise<Message[]> =>
  ctx.db
    .select()
    .from(messages)
    .where(and(about(which), notInArray(messages.status, ['withdrawn'])))

/**
 * Takes back what hasn't gone out of one template's messages about an order. One that is being handed over this moment
 * is waited for.
 * @returns those that went out: their readers were told
 */
export async function withdrawOrderMessages(tx: Tx, which: AboutOrder): Promise<Message[]> {
  await tx.db
    .update(messages)
    .set({ status: 'withdrawn', error: null })
    .where(and(about(which), notInArray(messages.status, ['sent', 'withdrawn'])))
  return messagesAboutOrder(tx, which)
}
