import type { ContractField } from '#db/vocabulary/orders.ts'
import { phone as callable } from '#app/platform/phone.server.ts'
import type { Contract, ContractLine, Missing } from './contract.ts'

const shortestAddress = 6

/** BK-5: which of a contract's fields are missing or unclear; none when it is complete. */
export function missingIn(
  contract: Omit<Contract, 'email' | 'requirements'>,
  lines: readonly Pick<ContractLine, 'quantity' | 'unitPrice'>[],
): Missing[] {
  const found: Missing[] = []
  const say = (field: ContractField, why: Missing['why']) => found.push({ field, why })
  const { phone, address, deliveryOn, orderedOn } = contract
  for (const field of ['number', 'name'] as const) {
    if (contract[field] === '') say(field, 'missing')
  }
  if (phone === '') say('phone', 'missing')
  else if (!callable.safeParse(phone).success) say('phone', 'unclear')
  if (address === '') say('address', 'missing')
  else if (address.length < shortestAddress) say('address', 'unclear')
  if (orderedOn === '') say('orderedOn', 'missing')
  if (deliveryOn === null) say('deliveryOn', 'missing')
  else if (deliveryOn < orderedOn) say('deliveryOn', 'unclear')
  if (lines.length === 0) say('product', 'missing')
  if (lines.some(({ quantity }) => quantity < 1)) say('quantity', 'unclear')
  if (lines.some(({ unitPrice }) => unitPrice < 0)) say('unitPrice', 'unclear')
  if (contract.clerk === '') say('clerk', 'missing')
  return found
}

/** A phone as it is kept: E.164 where it can be called, else as it was written. */
export function phoneKept(typed: string): string {
  const read = callable.safeParse(typed)
  return read.success ? read.data : typed
}
