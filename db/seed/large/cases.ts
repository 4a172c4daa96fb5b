import {
  type CaseStatus,
  type ClaimStatus,
  type ConsequenceKind,
  type DecisionLevel,
  type Party,
  type Remedy,
  returnReasons,
  returnWishes,
} from '#db/vocabulary/returns.ts'
import type { Generator } from '../generator.ts'
import { chanceOf, type LargeTicket, type Size, ticket } from './company.ts'

/** One thing that a decision set going; `after` is the place of what must be done before. */
interface Step {
  id: number
  kind: ConsequenceKind
  after: number | null
}

export interface LargeCase {
  id: number
  one: LargeTicket
  status: CaseStatus
  reason: (typeof returnReasons)[number]
  wish: (typeof returnWishes)[number]
  /** `null` where nothing was decided. */
  decision: { id: number; remedy: Remedy; needs: DecisionLevel; total: number } | null
  steps: Step[]
  /** `null` where nobody said who is answerable. */
  cause: { id: number; shares: { id: number; party: Party; percent: number }[] } | null
  claim: { id: number; supplier: string; amount: number; status: ClaimStatus } | null
}

const suppliers = ['顺木家具', '华安板材', '三川五金', '明辉玻璃', '永泰沙发', '澄海涂料']
const kindsOf: Record<Remedy, readonly ConsequenceKind[]> = {
  exchange: ['goods', 'delivery', 'original'],
  repair: ['repair'],
  part: ['part', 'repair'],
  missing: ['part', 'delivery'],
  discount: ['refund'],
  refund: ['collection', 'original', 'refund'],
  reject: [],
}
const splits: readonly (readonly [Party, number])[][] = [
  [['factory', 100]],
  [
    ['factory', 70],
    ['logistics', 30],
  ],
  [['logistics', 100]],
  [
    ['installer', 60],
    ['factory', 40],
  ],
  [
    ['store', 50],
    ['desk', 50],
  ],
  [['customer', 100]],
]

/** RX-1 to RX-5: the returns of a company, in the order of their tickets; of a hundred tickets six have one. */
export function* casesOf(size: Size): IterableIterator<LargeCase> {
  const last = { case: 0, decision: 0, step: 0, cause: 0, share: 0, claim: 0 }
  for (let i = 0; i < size.tickets; i++) {
    const random = chanceOf(size, 4, i)
    if (!random.chance(0.06)) continue
    const one = ticket(size, i)
    if (one.kind === 'complaint') continue
    const status = statusOf(one, random)
    const decided = status !== 'asked' && status !== 'cancelled'
    const remedy = remedyOf(status, random)
    const total = random.integer(50, 4000) * 100
    const needs = total > 200_000 ? 'manager' : 'desk'
    const standing = status === 'acting' || status === 'closed' || status === 'appealed'
    const steps = (standing ? kindsOf[remedy] : []).map((kind, place) => ({
      id: ++last.step,
      kind,
      after: kind === 'refund' || place === 0 ? null : last.step - 1,
    }))
    const split = random.pick(splits)
    const cause =
      status === 'closed'
        ? {
            id: ++last.cause,
            shares: split.map(([party, percent]) => ({ id: ++last.share, party, percent })),
          }
        : null
    const claimed = cause && split[0]![0] === 'factory' && random.chance(0.5)
    yield {
      id: ++last.case,
      ...{ one, status, steps, cause },
      ...{ reason: random.pick(returnReasons), wish: random.pick(returnWishes) },
      decision: decided ? { id: ++last.decision, remedy, needs, total } : null,
      claim: claimed
        ? {
            id: ++last.claim,
            supplier: random.pick(suppliers),
            amount: (total * split[0]![1]) / 100,
            status: random.pick(['open', 'sent', 'credited', 'credited', 'refused', 'withdrawn']),
          }
        : null,
    }
  }
}

function statusOf({ status }: LargeTicket, random: Generator): CaseStatus {
  const drawn = random.integer(0, 99)
  if (status === 'cancelled') return 'cancelled'
  if (status === 'closed' || status === 'resolved') return drawn < 90 ? 'closed' : 'cancelled'
  if (status === 'new' || drawn < 30) return 'asked'
  return drawn < 45 ? 'approving' : drawn < 90 ? 'acting' : 'appealed'
}

/** What is refused sets nothing going, and is under way no more. */
function remedyOf(status: CaseStatus, random: Generator): Remedy {
  const remedy = random.pick([
    'exchange',
    'exchange',
    'repair',
    'part',
    'part',
    'missing',
    'discount',
    'refund',
    'reject',
  ] as const)
  return remedy === 'reject' && status === 'acting' ? 'part' : remedy
}
