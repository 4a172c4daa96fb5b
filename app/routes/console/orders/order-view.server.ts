import { mayCancel } from '#app/domain/orders/cancel-contract.server.ts'
import { lastCheck } from '#app/domain/orders/check-deadline.server.ts'
import type { WholeOrder } from '#app/domain/orders/read-order.server.ts'
import { storeName } from '#app/domain/stores/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import type { Settings } from '#app/platform/settings.server.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { type ContractField, contractFields, orderMoves } from '#db/vocabulary/orders.ts'
import { standingOf } from './order-look.ts'
import { promiseOf } from './promise.tsx'

export type OrderView = ReturnType<typeof orderView>
export type OrderEventView = OrderView['events'][number]

/** An order as its page shows it; nothing else reaches the browser. */
export function orderView(
  ctx: Ctx<StaffActor>,
  { order, lines, events, store, holder, customerTold, missing }: WholeOrder,
  { checkBy }: Settings,
  deliveries: { number: string; start: Date; end: Date }[],
) {
  const { actor } = ctx
  const { status, enteredAt } = order
  const open = order.agreedAt === null && order.deliveredOn === null
  const editable = status === 'incomplete' || status === 'entered'
  const standing = standingOf(order)
  const late = order.deliveryOn !== null && order.deliveryOn < dayOf(ctx.now())
  /** Prices and the customer are the business of whoever deals with customers, not of the warehouse. */
  const deals = may(actor, 'ticket:read')
  const named = ctx.locale === 'en' ? 'nameEn' : 'nameZh'
  return {
    number: order.number,
    version: order.version,
    standing,
    name: order.name,
    phone: order.phone,
    /** Not while it is what the store wrote of a number. */
    callable: order.phone.startsWith('+'),
    email: order.email,
    address: order.address,
    orderedOn: order.orderedOn,
    deliveryOn: order.deliveryOn,
    deliveredOn: order.deliveredOn,
    clerk: order.clerk,
    requirements: order.requirements,
    store: storeName(ctx, store),
    storeAddress: store.address,
    enteredAt: enteredAt?.toISOString() ?? null,
    enteredBy: events.find(({ kind }) => kind === 'entered')?.name ?? null,
    late: status === 'entered' && enteredAt !== null && enteredAt < lastCheck(ctx.now(), checkBy),
    checkBy,
    returnNote: status === 'incomplete' ? order.returnNote : null,
    missing: status === 'incomplete' ? missing : [],
    /** The phone is another customer's; who that is, only those who check are told. */
    holder: holder === null ? null : { name: may(actor, 'order:check') ? holder : null },
    promise: standing === 'ready' ? promiseOf(order, ctx.now()) : null,
    customerTold,
    /** The day the contract names has passed, and no other is agreed. */
    deliveryLate: late && standing !== 'cancelled' && open,
    deals,
    agreedFor: deliveries.map(({ number, start, end }) => ({
      ticket: deals ? number : null,
      start: start.toISOString(),
      end: end.toISOString(),
    })),
    lines: lines.map((line) => ({
      id: line.id,
      model: line.model,
      product: line[named],
      quantity: line.quantity,
      unitPrice: deals ? line.unitPrice : 0,
      currency: line.currency,
      arrivedAt: line.arrivedAt?.toISOString() ?? null,
      arrivedBy: line.arrivedBy,
    })),
    events: events.map(eventView),
    may: {
      check: status === 'entered' && may(actor, 'order:check'),
      return: orderMoves[status].includes('incomplete') && open && may(actor, 'order:check'),
      change: editable && may(actor, 'order:enter'),
      cancel: orderMoves[status].includes('cancelled') && open && mayCancel(actor, order),
      receive: status === 'checked' && order.deliveredOn === null && may(actor, 'order:receive'),
      undo: open,
      book: standing === 'ready' && may(actor, 'order:book'),
      bookAtOnce: may(actor, 'visit:propose'),
    },
  }
}

function eventView({ id, kind, at, actorKind, name, data }: WholeOrder['events'][number]) {
  const text = (key: string) => (typeof data[key] === 'string' ? data[key] : null)
  const quantity = data['quantity']
  const missing = data['missing']
  return {
    key: String(id),
    kind,
    at: at.toISOString(),
    by: actorKind,
    name,
    changes: Object.entries(data).flatMap(([field, change]) => changeOf(field, change) ?? []),
    words: text('words'),
    model: text('model'),
    quantity: typeof quantity === 'number' ? quantity : null,
    agreeBy: text('agreeBy'),
    imported: data['imported'] === true,
    missing: contractFields.filter(
      (field: ContractField) => Array.isArray(missing) && missing.includes(field),
    ),
  }
}

const changed = [
  'number',
  'name',
  'phone',
  'email',
  'locale',
  'address',
  'orderedOn',
  'deliveryOn',
  'clerk',
  'requirements',
  'lines',
] as const

function changeOf(field: string, change: unknown) {
  const known = changed.find((one) => one === field)
  if (!known || !Array.isArray(change) || change.length !== 2) return null
  const [from, to] = change.map((value) => (typeof value === 'string' && value ? value : null))
  return { field: known, from: from ?? null, to: to ?? null }
}
