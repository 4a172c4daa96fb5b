import type { Contract, Missing } from './contract.ts'

/** What a contract may lack and a later file can say; the rest is as somebody wrote it and stays so. */
const fillable = [
  'name',
  'phone',
  'address',
  'orderedOn',
  'deliveryOn',
  'clerk',
  'email',
  'requirements',
] as const
export type Gap = (typeof fillable)[number] | 'product'

/** Where a contract of its store has nothing, or nothing that is clear. */
export function gapsIn(
  contract: Pick<Contract, 'email' | 'requirements'>,
  missing: readonly Missing[],
): Gap[] {
  const lacks = (gap: Gap) =>
    gap === 'email' || gap === 'requirements'
      ? contract[gap] === null
      : missing.some(({ field }) => field === gap)
  return [...fillable, 'product' as const].filter(lacks)
}

/** Which of the gaps this contract says something clear about. */
export function filledBy(
  gaps: readonly Gap[],
  said: { contract: Contract; missing: readonly Missing[] },
): Gap[] {
  const open = gapsIn(said.contract, said.missing)
  return gaps.filter((gap) => !open.includes(gap))
}

/** The contract's words for these gaps. */
export const wordsFor = (gaps: readonly Gap[], contract: Contract): Partial<Contract> =>
  Object.fromEntries(
    fillable.filter((gap) => gaps.includes(gap)).map((gap) => [gap, contract[gap]]),
  )
