import { and, asc, eq, inArray, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { staff } from '#db/schema/accounts.ts'
import { crews } from '#db/schema/crews.ts'
import { custodyReceipts } from '#db/schema/custody.ts'
import { attachments, tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { consentFile } from '#app/domain/visits/index.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { visibleReceipts } from './visible-receipts.server.ts'

export type Receipt = Awaited<ReturnType<typeof readReceipt>>
export type CustomersReceipt = Awaited<ReturnType<typeof readReceiptAsCustomer>>

/** Everything on a receipt, for colleagues. @throws DomainError not_found */
export async function readReceipt(ctx: Ctx, number: string) {
  authorize(ctx.actor, 'custody:read')
  const { receipt, returnedByName, ...facts } = await find(ctx, number)
  return {
    ...(await view(ctx, receipt, facts)),
    key: receipt.key,
    visitId: receipt.visitId,
    phone: facts.phone,
    returned: returnOf(receipt, {
      by: returnedByName,
      visitId: receipt.returnVisitId,
      because: receipt.notReclaimedBecause,
    }),
  }
}

/** The same as its customer reads it, of their own ticket alone. @throws DomainError not_found */
export async function readReceiptAsCustomer(ctx: Ctx<CustomerActor>, number: string) {
  const { receipt, returnedByName, ...facts } = await find(ctx, number)
  return {
    ...(await view(ctx, receipt, facts)),
    returned: returnOf(receipt, { by: returnedByName }),
  }
}

/** Whether there is one with this number that the reader may open. */
export async function hasReceipt(ctx: Ctx, number: string): Promise<boolean> {
  authorize(ctx.actor, 'custody:read')
  if (!isNumber(number)) return false
  const rows = await ctx.db
    .select({ id: custodyReceipts.id })
    .from(custodyReceipts)
    .innerJoin(tickets, eq(tickets.id, custodyReceipts.ticketId))
    .where(and(eq(custodyReceipts.number, number), visibleReceipts(ctx.actor)))
  return rows.length > 0
}

const isNumber = (value: string) => /^C\d{7,12}$/.test(value)
const returner = alias(staff, 'returner')

async function find(ctx: Ctx, number: string) {
  if (!isNumber(number)) throw notFound()
  const [row] = await ctx.db
    .select({
      receipt: custodyReceipts,
      takenByName: staff.name,
      returnedByName: returner.name,
      crewZh: crews.nameZh,
      crewEn: crews.nameEn,
      ticketNumber: tickets.number,
      customer: tickets.name,
      phone: tickets.phone,
      address: tickets.address,
      product: tickets.product,
    })
    .from(custodyReceipts)
    .innerJoin(tickets, eq(tickets.id, custodyReceipts.ticketId))
    .innerJoin(visits, eq(visits.id, custodyReceipts.visitId))
    .innerJoin(staff, eq(staff.id, custodyReceipts.takenBy))
    .leftJoin(returner, eq(returner.id, custodyReceipts.returnedBy))
    .leftJoin(crews, eq(crews.id, visits.crewId))
    .where(and(eq(custodyReceipts.number, number), visibleReceipts(ctx.actor)))
  if (!row) throw notFound()
  return row
}

type Row = typeof custodyReceipts.$inferSelect
type Facts = Omit<Awaited<ReturnType<typeof find>>, 'receipt' | 'returnedByName'>

async function view(ctx: Ctx, receipt: Row, facts: Facts) {
  const files = await filesOf(ctx, receipt)
  const drawing = (name: string) =>
    files.find((file) => file.stage === 'consent' && file.name === name)?.id ?? null
  return {
    number: receipt.number,
    ticketNumber: facts.ticketNumber,
    purpose: receipt.purpose,
    item: receipt.item,
    condition: receipt.condition,
    reason: receipt.reason,
    /** A civil date. */
    backOn: receipt.backOn,
    takenAt: receipt.takenAt.toISOString(),
    takenBy: facts.takenByName,
    handedBy: receipt.handedBy,
    crew: (ctx.locale === 'en' ? facts.crewEn : facts.crewZh) ?? '',
    customer: facts.customer,
    address: facts.address,
    product: facts.product,
    /** Keys of the photos of the item, as it left. */
    photos: files.filter(({ stage }) => stage === 'custody').map(({ id }) => id),
    /** What was drawn when it left, and when it came back. */
    drawings: { taken: drawing(consentFile.taken), returned: drawing(consentFile.returned) },
  }
}

function returnOf<T>({ returnedAt, receivedBy, reclaimed }: Row, more: T) {
  if (!returnedAt || receivedBy === null || reclaimed === null) return null
  return { at: returnedAt.toISOString(), receivedBy, reclaimed, ...more }
}

const filesOf = (ctx: Ctx, { key, ticketId }: Row) =>
  ctx.db
    .select({ id: attachments.id, stage: attachments.stage, name: attachments.originalName })
    .from(attachments)
    .leftJoin(visits, eq(visits.id, attachments.visitId))
    .where(
      and(
        eq(attachments.about, key),
        inArray(attachments.stage, ['custody', 'consent']),
        or(eq(attachments.ticketId, ticketId), eq(visits.ticketId, ticketId)),
      ),
    )
    .orderBy(asc(attachments.createdAt), asc(attachments.id))
