import { marksOf } from '#app/domain/visits/index.server.ts'
import { membersOfCrews } from '#app/domain/crews/index.server.ts'
import { coverOf } from '#app/domain/tickets/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { checksToDo, earlierOf, linesOf, receiptsOf } from './facts-of-sheets.server.ts'
import { grouped } from './grouped.ts'
import { collectsOf, goodsOf, type JobSheet } from './job-sheet.ts'
import type { SheetRow } from './sheet-rows.server.ts'

/** The sheets of these visits; as many queries for a day of forty crews as for one visit. */
export async function sheetsOf(ctx: Ctx, rows: readonly SheetRow[]): Promise<JobSheet[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const unique = (keys: readonly (number | undefined)[]) =>
    [...new Set(keys)].filter((key): key is number => key !== undefined)
  const [members, marks, lines, checks, receipts, earlier] = await Promise.all([
    membersOfCrews(ctx, unique(rows.map(({ crew }) => crew?.id))),
    marksOf(ctx, ids),
    linesOf(ctx, unique(rows.map(({ order }) => order?.id))),
    checksToDo(ctx),
    receiptsOf(ctx, unique(rows.map(({ ticket }) => ticket.id))),
    earlierOf(ctx, ids),
  ])
  const linesOfOrder = grouped(lines, ({ orderId }) => orderId)
  const receiptsOfTicket = grouped(receipts, ({ ticketId }) => ticketId)
  const checksOfSkill = grouped(checks, ({ skill }) => skill)
  const earlierOfVisit = new Map(earlier.map((one) => [one.visitId, one]))
  return rows.map((row) => {
    const sold = (row.order && linesOfOrder.get(row.order.id)) ?? []
    const out = receiptsOfTicket.get(row.ticket.id) ?? []
    const on = dayOf(row.plannedStart ?? row.windowStart)
    return {
      ...row,
      position: null,
      stops: 0,
      crew: row.crew && { ...row.crew, members: members.get(row.crew.id) ?? [] },
      warranty: row.order && coverOf({ ...row.order, lines: sold }, row.ticket.product, on),
      before: earlierOfVisit.get(row.id) ?? null,
      marks: marks.get(row.id) ?? [],
      goods: goodsOf(row, sold),
      checks: checksOfSkill.get(row.skill) ?? [],
      toGiveBack: out.filter((one) => one.purpose === 'repair' && one.visitId !== row.id),
      collects: collectsOf(row, out),
    }
  })
}
