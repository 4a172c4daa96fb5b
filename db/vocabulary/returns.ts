/** RX-1: why somebody wants to return or exchange. */
export const returnReasons = [
  'no_fit',
  'defect',
  'colour',
  'wrong_item',
  'transit',
  'missing_part',
  'changed_mind',
  'other',
] as const
export type ReturnReason = (typeof returnReasons)[number]

/** What the customer would like. */
export const returnWishes = ['exchange', 'refund', 'repair', 'part', 'discount', 'unsure'] as const
export type ReturnWish = (typeof returnWishes)[number]

/** RX-3: what can be decided. `part` replaces a part, `missing` sends what was never there. */
export const remedies = [
  'exchange',
  'repair',
  'part',
  'missing',
  'discount',
  'refund',
  'reject',
] as const
export type Remedy = (typeof remedies)[number]

export const caseStatuses = [
  'asked',
  'approving',
  'acting',
  'appealed',
  'closed',
  'cancelled',
] as const
export type CaseStatus = (typeof caseStatuses)[number]

export const openCaseStatuses = [
  'asked',
  'approving',
  'acting',
  'appealed',
] as const satisfies readonly CaseStatus[]

/**
 * RX-3 as data: from → to. `approving` waits for a higher signature; `acting` has a decision in force and something
 * still open; `appealed` waits for a level above whoever decided.
 */
export const caseMoves: Record<CaseStatus, readonly CaseStatus[]> = {
  asked: ['approving', 'acting', 'cancelled'],
  approving: ['asked', 'approving', 'acting', 'appealed', 'cancelled'],
  acting: ['approving', 'acting', 'appealed', 'closed', 'cancelled'],
  appealed: ['approving', 'acting', 'cancelled'],
  closed: ['appealed'],
  cancelled: [],
}

export const canMoveCase = (from: CaseStatus, to: CaseStatus): boolean =>
  caseMoves[from].includes(to)

/** Who may let a decision stand, from below. */
export const decisionLevels = ['desk', 'manager', 'general'] as const
export type DecisionLevel = (typeof decisionLevels)[number]

/** The level a disagreement goes to. */
export const levelAbove: Record<DecisionLevel, DecisionLevel> = {
  desk: 'manager',
  manager: 'general',
  general: 'general',
}

/**
 * RX-4: what a decision sets going. `goods` and `part` are got ready by the warehouse; `delivery`, `collection` and
 * `repair` are visits; `refund` is money; `original` is what comes back and is inspected.
 */
export const consequenceKinds = [
  'goods',
  'part',
  'collection',
  'delivery',
  'repair',
  'refund',
  'original',
] as const
export type ConsequenceKind = (typeof consequenceKinds)[number]

export const supplyKinds = ['goods', 'part'] as const satisfies readonly ConsequenceKind[]
export const visitKinds = [
  'collection',
  'delivery',
  'repair',
] as const satisfies readonly ConsequenceKind[]

/** `going`: a visit is booked, an original was received and waits for its inspection. */
export const consequenceStatuses = ['open', 'going', 'done', 'cancelled'] as const
export type ConsequenceStatus = (typeof consequenceStatuses)[number]

/** RX-4 as data: from → to. A visit that was called off is to be booked again. */
export const consequenceMoves: Record<ConsequenceStatus, readonly ConsequenceStatus[]> = {
  open: ['going', 'done', 'cancelled'],
  going: ['open', 'done', 'cancelled'],
  done: [],
  cancelled: [],
}

export const canMoveConsequence = (from: ConsequenceStatus, to: ConsequenceStatus): boolean =>
  consequenceMoves[from].includes(to)

/** How money goes back. */
export const refundMethods = ['original', 'transfer', 'cash', 'credit'] as const
export type RefundMethod = (typeof refundMethods)[number]

/** What becomes of an original once it was inspected. */
export const originalFates = ['stock', 'repair', 'scrap', 'factory'] as const
export type OriginalFate = (typeof originalFates)[number]

/** RX-5 */
export const parties = ['factory', 'logistics', 'installer', 'store', 'desk', 'customer'] as const
export type Party = (typeof parties)[number]

/** The four photos that show what is wrong, in the order in which they are asked for. */
export const shots = ['wide', 'close', 'label', 'packaging'] as const
export type Shot = (typeof shots)[number]

export const claimStatuses = ['open', 'sent', 'credited', 'refused', 'withdrawn'] as const
export type ClaimStatus = (typeof claimStatuses)[number]

export const claimMoves: Record<ClaimStatus, readonly ClaimStatus[]> = {
  open: ['sent', 'withdrawn'],
  sent: ['credited', 'refused', 'withdrawn'],
  credited: ['sent'],
  refused: ['sent'],
  withdrawn: [],
}

/** Lines of what a way costs; all in minor units, `residual` is below zero, `charged` lowers the sum. */
export const costLines = ['goods', 'residual', 'freight', 'labour', 'refund', 'charged'] as const
export type CostLine = (typeof costLines)[number]
export type Costs = Record<CostLine, number>

/** When the original leaves the home: with the delivery of the new one (VS-5), before it, or not at all. */
export const collectChoices = ['same', 'before', 'none'] as const
export type CollectChoice = (typeof collectChoices)[number]

/** RX-4: a decision as far as it sets something going. */
export interface Plan {
  remedy: Remedy
  /** The goods, the part or the work. */
  what: string
  /** A civil day. */
  promisedOn: string | null
  collect: CollectChoice
  /** What the customer gets back, minor units. */
  amount: number | null
  method: RefundMethod | null
}
