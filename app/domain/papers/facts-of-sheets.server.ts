import { and, asc, desc, eq, gt, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { custodyReceipts } from '#db/schema/custody.ts'
import { crews } from '#db/schema/crews.ts'
import { orderLines } from '#db/schema/customers.ts'
import { products } from '#db/schema/stores.ts'
import { tickets } from '#db/schema/tickets.ts'
import { checklistItems, visits } from '#db/schema/visits.ts'
import type { Ctx } from '#app/platform/context.server.ts'

export type Line = Awaited<ReturnType<typeof linesOf>>[number]
export type CheckToDo = Awaited<ReturnType<typeof checksToDo>>[number]
export type ReceiptOut = Awaited<ReturnType<typeof receiptsOf>>[number]
export type Earlier = Awaited<ReturnType<typeof earlierOf>>[number]

/** What was sold on these orders. */
export const linesOf = async (ctx: Ctx, orderIds: readonly number[]) =>
  orderIds.length === 0
    ? []
    : ctx.db
        .select({
          orderId: orderLines.orderId,
          model: products.model,
          nameZh: products.nameZh,
          nameEn: products.nameEn,
          months: products.warrantyMonths,
          quantity: orderLines.quantity,
          arrivedAt: orderLines.arrivedAt,
        })
        .from(orderLines)
        .innerJoin(products, eq(products.id, orderLines.productId))
        .where(inArray(orderLines.orderId, [...orderIds]))
        .orderBy(asc(orderLines.orderId), asc(orderLines.position), asc(orderLines.id))

/** VS-1: the checklists in force. */
export const checksToDo = (ctx: Ctx) =>
  ctx.db
    .select({
      id: checklistItems.id,
      skill: checklistItems.skill,
      textZh: checklistItems.textZh,
      textEn: checklistItems.textEn,
      must: checklistItems.must,
      unit: checklistItems.unit,
      lowest: checklistItems.lowest,
      highest: checklistItems.highest,
    })
    .from(checklistItems)
    .where(eq(checklistItems.active, true))
    .orderBy(asc(checklistItems.skill), asc(checklistItems.position), asc(checklistItems.id))

/** What left homes over these matters and isn't back (VS-4), and the originals that were collected (VS-5). */
export const receiptsOf = async (ctx: Ctx, ticketIds: readonly number[]) =>
  ticketIds.length === 0
    ? []
    : ctx.db
        .select({
          ticketId: custodyReceipts.ticketId,
          visitId: custodyReceipts.visitId,
          number: custodyReceipts.number,
          purpose: custodyReceipts.purpose,
          item: custodyReceipts.item,
          backOn: custodyReceipts.backOn,
        })
        .from(custodyReceipts)
        .where(
          and(
            inArray(custodyReceipts.ticketId, [...ticketIds]),
            isNull(custodyReceipts.returnedAt),
          ),
        )
        .orderBy(asc(custodyReceipts.ticketId), asc(custodyReceipts.id))

const again = alias(tickets, 'again')
const before = alias(visits, 'before')
const earlier = alias(tickets, 'earlier')

/** The last repair of the same trouble before each of these visits: in this matter, or in one of the 90 days before. */
export const earlierOf = async (ctx: Ctx, visitIds: readonly number[]) =>
  visitIds.length === 0
    ? []
    : ctx.db
        .selectDistinctOn([visits.id], {
          visitId: visits.id,
          number: earlier.number,
          finishedAt: before.finishedAt,
          crewId: before.crewId,
          crewZh: crews.nameZh,
          crewEn: crews.nameEn,
        })
        .from(visits)
        .innerJoin(again, eq(again.id, visits.ticketId))
        .innerJoin(earlier, eq(earlier.customerId, again.customerId))
        .innerJoin(
          before,
          and(
            eq(before.ticketId, earlier.id),
            eq(before.status, 'finished'),
            eq(before.skill, 'repair'),
            ne(before.id, visits.id),
            lt(before.windowStart, visits.windowStart),
          ),
        )
        .leftJoin(crews, eq(crews.id, before.crewId))
        .where(
          and(
            inArray(visits.id, [...visitIds]),
            eq(visits.skill, 'repair'),
            or(
              eq(earlier.id, again.id),
              eq(before.id, again.aboutVisitId),
              and(
                eq(earlier.product, again.product),
                eq(earlier.category, again.category),
                gt(earlier.createdAt, sql`${again.createdAt} - interval '90 days'`),
                lt(earlier.id, again.id),
              ),
            ),
          ),
        )
        .orderBy(asc(visits.id), desc(before.finishedAt))
