import { eq } from 'drizzle-orm'
import { siteChecks } from '#db/schema/bookings.ts'
import { orders } from '#db/schema/customers.ts'
import { visits } from '#db/schema/visits.ts'
import { type Service, services } from '#db/vocabulary/bookings.ts'
import { findTicketById, type Ticket } from '#app/domain/tickets/index.server.ts'
import { readServices } from '#app/domain/windows/index.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { inReadersWords } from './booked-words.server.ts'
import { refuseUnbookable } from './order-to-book.server.ts'
import { knownVisits } from './visit-of-customer.server.ts'

export type BookingOfCustomer = Awaited<ReturnType<typeof readBookingOfCustomer>>

/** What the customer's page of a ticket says of the booking it came from. */
export async function readBookingOfCustomer(ctx: Ctx<CustomerActor>) {
  const ticket = await findTicketById(ctx, ctx.actor.ticketId)
  const order = ticket.orderId === null ? null : await orderOf(ctx, ticket.orderId)
  const [home] = await ctx.db
    .select({
      lift: siteChecks.lift,
      floor: siteChecks.floor,
      parking: siteChecks.parking,
      takeAway: siteChecks.takeAway,
      roomReady: siteChecks.roomReady,
    })
    .from(siteChecks)
    .where(eq(siteChecks.ticketId, ticket.id))
  return {
    home: home ?? null,
    again: await bookAgain(ctx, ticket, order),
    /** The ticket is nothing but what they booked: cancelling all of it gives the ticket up. */
    onlyBooking: isOwnBooking(ticket),
    say: await inReadersWords(ctx, ticket),
  }
}

/**
 * What may be booked for the same matter now: what was cancelled, or the installation a delivery is still without;
 * `null` while that stands, where the desk arranges it, and when the order can't be booked.
 */
async function bookAgain(ctx: Ctx<CustomerActor>, { kind }: Ticket, order: Order | null) {
  if (kind === 'repair' || !isService(kind)) return null
  const all = await ctx.db
    .select({ service: visits.skill, status: visits.status })
    .from(visits)
    .where(knownVisits(ctx.actor))
  const standing = all.filter(({ status }) => status !== 'cancelled').map(({ service }) => service)
  const wanted = (service: Service) =>
    !standing.includes(service) &&
    (all.some((visit) => visit.service === service) || (order !== null && service === 'install'))
  const possible: Service[] = kind === 'delivery' && standing.length > 0 ? ['install'] : [kind]
  const service = possible.find(wanted)
  if (!service) return null
  const offer = (await readServices(ctx)).find(({ key }) => key === service)
  if (!offer?.online || (order && !(await bookable(ctx, order, service)))) return null
  return {
    service,
    orderNumber: order?.number ?? null,
    /** It was booked before. */
    anew: all.some((visit) => visit.service === service),
  }
}

/** IN-7: a ticket that is nothing but a booking its customer made online. */
export const isOwnBooking = ({ channel, kind }: Pick<Ticket, 'channel' | 'kind'>) =>
  channel === 'portal' && kind !== 'repair' && isService(kind)

const isService = (kind: Ticket['kind']): kind is Service & Ticket['kind'] =>
  services.some((service) => service === kind)

async function bookable(ctx: Ctx, order: Order, service: Service): Promise<boolean> {
  try {
    await refuseUnbookable(ctx, order, service)
    return true
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'conflict') return false
    throw error
  }
}

type Order = NonNullable<Awaited<ReturnType<typeof orderOf>>>

async function orderOf(ctx: Ctx, id: number) {
  const [order] = await ctx.db.select().from(orders).where(eq(orders.id, id))
  return order ?? null
}
