import { contractStamp } from '#app/domain/customers/change-contract.server.ts'
import { customerStamp } from '#app/domain/customers/change-customer.server.ts'
import { gradeStamp } from '#app/domain/customers/grade-customer.server.ts'
import type { WholeCustomer } from '#app/domain/customers/read-customer.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { type Action, may } from '#app/platform/permissions.ts'
import type { Settings } from '#app/platform/settings.server.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { openTicketStatuses } from '#db/vocabulary/tickets.ts'
import { standingOf } from '../orders/order-look.ts'

export type CustomerView = ReturnType<typeof customerView>

/** What the page of a customer shows, and nothing else. */
export function customerView(
  ctx: Ctx<StaffActor>,
  whole: WholeCustomer,
  { contactDays }: Pick<Settings, 'contactDays'>,
) {
  const { customer, counts, ratings } = whole
  const inEnglish = ctx.locale === 'en'
  const gone = customer.erasedAt !== null
  const allowed = (action: Action) => may(ctx.actor, action) && !gone
  const openCount = counts
    .filter(({ status }) => openTicketStatuses.some((open) => open === status))
    .reduce((sum, row) => sum + row.count, 0)
  return {
    id: customer.id,
    name: gone ? translate(ctx.locale)('customers:page.erasedName') : customer.name,
    phone: gone ? null : customer.phone,
    email: customer.email,
    address: customer.address,
    locale: customer.locale,
    since: customer.createdAt.toISOString(),
    contact: {
      grade: customer.grade,
      at: customer.contactedAt?.toISOString() ?? null,
      due: customer.contactDue,
      isDue: customer.contactDue !== null && customer.contactDue <= dayOf(ctx.now()),
      days: contactDays,
    },
    contract: {
      until: customer.contractUntil,
      ended: customer.contractUntil !== null && customer.contractUntil < dayOf(ctx.now()),
    },
    /** What the forms were filled from. */
    seen: {
      details: customerStamp(customer),
      grade: gradeStamp(customer),
      contract: contractStamp(customer),
    },
    erasedAt: customer.erasedAt?.toISOString() ?? null,
    erasedBecause: whole.erasedBecause,
    merged: (gone ? [] : whole.merged).map(({ id, name, phone, grade, direct }) => ({
      ...{ id, name, phone, grade, direct },
    })),
    contacts: whole.contacts.map(({ id, kind, value, label }) => ({ id, kind, value, label })),
    notes: whole.notes.map(({ createdAt, ...note }) => ({ ...note, at: createdAt.toISOString() })),
    alike: gone ? [] : whole.alike,
    orders: whole.orders.map((order) => ({
      number: order.number,
      store: inEnglish ? order.storeEn : order.storeZh,
      orderedOn: order.orderedOn,
      deliveredOn: order.deliveredOn,
      standing: standingOf(order),
      total: order.total,
      currency: order.currency,
    })),
    spent: spentIn(whole.orders),
    bought: whole.bought.map((line) => ({
      key: String(line.lineId),
      product: `${inEnglish ? line.nameEn : line.nameZh} ${line.model}`,
      quantity: line.quantity,
      orderNumber: line.orderNumber,
      warranty: line.warranty,
    })),
    tickets: whole.tickets.map(({ createdAt, ...ticket }) => ({
      ...ticket,
      at: createdAt.toISOString(),
    })),
    ticketCount: counts.reduce((sum, row) => sum + row.count, 0),
    openCount,
    visits: whole.visits.map((visit) => ({
      id: visit.id,
      number: visit.number,
      status: visit.status,
      noShow: visit.noShow,
      skill: visit.skill,
      start: visit.windowStart.toISOString(),
      end: visit.windowEnd.toISOString(),
      crew: inEnglish ? visit.crewEn : visit.crewZh,
    })),
    ratings: ratings.map(({ at, ...rating }) => ({ ...rating, at: at.toISOString() })),
    average:
      ratings.length === 0
        ? null
        : (ratings.reduce((sum, { average }) => sum + average, 0) / ratings.length).toFixed(1),
    may: {
      write: allowed('customer:write'),
      merge: allowed('customer:merge'),
      export: allowed('customer:export'),
      erase: allowed('customer:erase'),
      register: allowed('ticket:register'),
      seeVisits: may(ctx.actor, 'visit:read'),
      seeOrders: may(ctx.actor, 'order:read'),
    },
  }
}

/** Cancelled ones aside; each currency by itself. */
function spentIn(orders: WholeCustomer['orders']) {
  const sums = new Map<string, number>()
  for (const { status, total, currency } of orders) {
    if (status !== 'cancelled') sums.set(currency, (sums.get(currency) ?? 0) + total)
  }
  return [...sums].map(([currency, total]) => ({ currency, total }))
}
