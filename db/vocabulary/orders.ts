/** BK-5: a contract is entered, checked, or back with its store for what is missing. */
export const orderStatuses = ['incomplete', 'entered', 'checked', 'cancelled'] as const
export type OrderStatus = (typeof orderStatuses)[number]

/** BK-5 as data: from → to. */
export const orderMoves: Record<OrderStatus, readonly OrderStatus[]> = {
  incomplete: ['entered', 'cancelled'],
  entered: ['checked', 'incomplete', 'cancelled'],
  checked: ['incomplete', 'cancelled'],
  cancelled: [],
}

/** What a complete contract says (BK-5); the names are those of its form's fields. */
export const contractFields = [
  'number',
  'name',
  'phone',
  'address',
  'orderedOn',
  'deliveryOn',
  'product',
  'quantity',
  'unitPrice',
  'clerk',
] as const
export type ContractField = (typeof contractFields)[number]

export const orderEventKinds = [
  'entered',
  'changed',
  'returned',
  'checked',
  'line_arrived',
  'arrival_undone',
  'ready',
  'not_ready',
  'delivery_agreed',
  'delivery_cancelled',
  'delivered',
  'cancelled',
] as const
export type OrderEventKind = (typeof orderEventKinds)[number]
