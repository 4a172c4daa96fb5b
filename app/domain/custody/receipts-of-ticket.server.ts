import { asc, eq } from 'drizzle-orm'
import { custodyReceipts } from '#db/schema/custody.ts'
import type { Ctx } from '#app/platform/context.server.ts'

export type ReceiptOfTicket = Awaited<ReturnType<typeof receiptsOfTicket>>[number]

/** What ever left a home over this matter, the earliest first, for a caller who may see the ticket. */
export const receiptsOfTicket = (ctx: Ctx, ticketId: number) =>
  ctx.db
    .select({
      key: custodyReceipts.key,
      number: custodyReceipts.number,
      visitId: custodyReceipts.visitId,
      purpose: custodyReceipts.purpose,
      item: custodyReceipts.item,
      condition: custodyReceipts.condition,
      reason: custodyReceipts.reason,
      backOn: custodyReceipts.backOn,
      takenAt: custodyReceipts.takenAt,
      handedBy: custodyReceipts.handedBy,
      returnedAt: custodyReceipts.returnedAt,
      returnVisitId: custodyReceipts.returnVisitId,
      receivedBy: custodyReceipts.receivedBy,
      reclaimed: custodyReceipts.reclaimed,
    })
    .from(custodyReceipts)
    .where(eq(custodyReceipts.ticketId, ticketId))
    .orderBy(asc(custodyReceipts.id))
