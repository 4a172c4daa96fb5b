import { and, eq, inArray, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { siteChecks } from '#db/schema/bookings.ts'
import { orders } from '#db/schema/customers.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visitMarks, visits } from '#db/schema/visits.ts'
import { visitMarkKinds, type VisitMarkKind } from '#db/vocabulary/visits.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** BK-6: why a visit may come to nothing. */
export interface Mark {
  visitId: number
  kind: VisitMarkKind
  /** What is missing or not ready, in a colleague's words, or in ours in the reader's language. */
  note: string
  /** The civil date on which it should be mended. */
  expectedOn: string | null
  /** A colleague said so; the customer did when they booked; or the order's goods aren't complete. */
  source: 'colleague' | 'customer' | 'order'
  madeAt: Date | null
  /** Who marked it, by name. */
  madeBy: string | null
  /** The order whose goods are waited for. */
  orderNumber: string | null
}

/** The customer said the room isn't ready for what is to come. */
export const roomNotReady = and(
  inArray(visits.skill, ['delivery', 'install']),
  eq(siteChecks.roomReady, false),
)!

/** BK-5: what is to be delivered isn't all here. */
export const goodsShort = and(
  eq(visits.skill, 'delivery'),
  eq(tickets.kind, 'delivery'),
  inArray(orders.status, ['incomplete', 'entered', 'checked']),
  isNull(orders.readyAt),
  isNull(orders.deliveredOn),
)!

/** A visit that is over is marked no more; only one still to come is marked by what the customer or the order says. */
export const open = notInArray(visits.status, ['finished', 'cancelled'])
export const toCome = inArray(visits.status, ['proposed', 'confirmed'])

/** The marks of these visits, one of a kind: what a colleague wrote before what follows from other facts. Two queries. */
export async function marksOf(ctx: Ctx, visitIds: readonly number[]): Promise<Map<number, Mark[]>> {
  const marks = new Map<number, Mark[]>()
  if (visitIds.length === 0) return marks
  const ids = inArray(visits.id, [...visitIds])
  const [written, derived] = await Promise.all([writtenMarks(ctx, ids), derivedMarks(ctx, ids)])
  for (const mark of [...written, ...derived]) {
    const before = marks.get(mark.visitId) ?? []
    if (!before.some(({ kind }) => kind === mark.kind)) marks.set(mark.visitId, [...before, mark])
  }
  for (const list of marks.values()) list.sort((a, b) => orderOf(a) - orderOf(b))
  return marks
}

const orderOf = ({ kind }: Mark) => visitMarkKinds.indexOf(kind)

async function writtenMarks(ctx: Ctx, ids: SQL): Promise<Mark[]> {
  const rows = await ctx.db
    .select({
      visitId: visitMarks.visitId,
      kind: visitMarks.kind,
      note: visitMarks.note,
      expectedOn: visitMarks.expectedOn,
      madeAt: visitMarks.madeAt,
      madeBy: staff.name,
    })
    .from(visits)
    .innerJoin(visitMarks, and(eq(visitMarks.visitId, visits.id), isNull(visitMarks.clearedAt)))
    .leftJoin(staff, eq(staff.id, visitMarks.madeBy))
    .where(and(ids, open))
  return rows.map((row) => ({ ...row, source: 'colleague', orderNumber: null }))
}

/** What the customer and the order say is kept where they said it, and holds as long as it stands there. */
async function derivedMarks(ctx: Ctx, ids: SQL): Promise<Mark[]> {
  const rows = await ctx.db
    .select({
      visitId: visits.id,
      notReady: sql<boolean>`coalesce(${roomNotReady}, false)`,
      answeredAt: siteChecks.answeredAt,
      short: sql<boolean>`coalesce(${goodsShort}, false)`,
      orderNumber: orders.number,
    })
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .leftJoin(siteChecks, eq(siteChecks.ticketId, visits.ticketId))
    .leftJoin(orders, eq(orders.id, tickets.orderId))
    .where(and(ids, toCome, or(roomNotReady, goodsShort)))
  const t = translate(ctx.locale)
  return rows.flatMap(({ visitId, notReady, answeredAt, short, orderNumber }): Mark[] => [
    ...(short
      ? [
          {
            ...{ visitId, kind: 'parts_short' as const, source: 'order' as const, orderNumber },
            note: t('visits:marks.goodsShort', { number: orderNumber ?? '' }),
            ...{ expectedOn: null, madeAt: null, madeBy: null },
          },
        ]
      : []),
    ...(notReady
      ? [
          {
            ...{ visitId, kind: 'site_not_ready' as const, source: 'customer' as const },
            note: t('visits:marks.customerNotReady'),
            ...{ expectedOn: null, madeAt: answeredAt, madeBy: null, orderNumber: null },
          },
        ]
      : []),
  ])
}
