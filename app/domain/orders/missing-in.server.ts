import type { ContractField } from '#db/vocabulary/orders.ts'
import { phone as callable } from '#app/platform/phone.server.ts'
import type { Contract, ContractLine, Missing, Unclear } from './contract.ts'

const shortestAddress = 6
const beginsMobile = /^1[3-9]/

/**
 * BK-5: which of a contract's fields are missing or unclear; none when it is complete.
 * @param today nothing was ordered after it and nothing is to be delivered before it, while the contract is its store's
 */
export function missingIn(
  contract: Omit<Contract, 'email' | 'requirements' | 'locale'>,
  lines: readonly Pick<ContractLine, 'quantity' | 'unitPrice'>[],
  today?: string,
): Missing[] {
  const found: Missing[] = []
  const lacks = (field: ContractField) => found.push({ field, why: 'missing' })
  const unclear = (field: ContractField, because?: Unclear) =>
    found.push({ field, why: 'unclear', ...(because && { because }) })
  const { phone, address, deliveryOn, orderedOn } = contract
  for (const field of ['number', 'name'] as const) {
    if (contract[field] === '') lacks(field)
  }
  if (phone === '') lacks('phone')
  else if (!callable.safeParse(phone).success) {
    unclear('phone', beginsMobile.test(phone.replace(/\D/g, '')) ? 'digits' : 'callable')
  }
  if (address === '') lacks('address')
  else if (address.length < shortestAddress) unclear('address', 'short')
  if (orderedOn === '') lacks('orderedOn')
  else if (today && orderedOn > today) unclear('orderedOn', 'ahead')
  if (deliveryOn === null) lacks('deliveryOn')
  else if (deliveryOn < orderedOn) unclear('deliveryOn', 'beforeOrder')
  else if (today && deliveryOn < today) unclear('deliveryOn', 'past')
  if (lines.length === 0) lacks('product')
  if (lines.some(({ quantity }) => quantity < 1)) unclear('quantity')
  if (lines.some(({ unitPrice }) => unitPrice < 0)) unclear('unitPrice')
  if (contract.clerk === '') lacks('clerk')
  return found
}

/** A phone as it is kept: E.164 where it can be called, else as it was written. */
export function phoneKept(typed: string): string {
  const read = callable.safeParse(typed)
  return read.success ? read.data : typed
}
