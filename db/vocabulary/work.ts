/** VS-2: why work rests. */
export const pauseReasons = ['customer', 'parts', 'site', 'inspection', 'rest', 'other'] as const
export type PauseReason = (typeof pauseReasons)[number]

/** DS-4: why a crew comes later than it was said. */
export const lateReasons = ['visit_before', 'traffic', 'vehicle', 'weather', 'other'] as const
export type LateReason = (typeof lateReasons)[number]

/** How a finished visit ended (VS-4): the work is done, it was handed on, or the item left the home for repair. */
export const visitOutcomes = ['done', 'escalated', 'taken_away'] as const
export type VisitOutcome = (typeof visitOutcomes)[number]

/** DS-4: who wasn't there. */
export const noShowSides = ['customer', 'crew'] as const
export type NoShowSide = (typeof noShowSides)[number]

/** VS-8, in their order. */
export const inspectionLevels = ['self', 'leader', 'inspector'] as const
export type InspectionLevel = (typeof inspectionLevels)[number]

/** VS-7: `withdrawn` is the crew's own change of mind. */
export const extraDecisions = ['accepted', 'declined', 'withdrawn'] as const
export type ExtraDecision = (typeof extraDecisions)[number]

/** VS-4, VS-5: it comes back once repaired, or it is the original of an exchange and doesn't. */
export const custodyPurposes = ['repair', 'exchange'] as const
export type CustodyPurpose = (typeof custodyPurposes)[number]

/** VS-9: when in the day, and how, the customer would like the follow-up. */
export const wishParts = ['any', 'morning', 'afternoon', 'evening'] as const
export type WishPart = (typeof wishParts)[number]
export const wishWays = ['phone', 'online', 'none'] as const
export type WishWay = (typeof wishWays)[number]

/**
 * VS-6: what a crew's phone keeps and sends, one entry after the other. A kind never changes its meaning and is never
 * taken out: a phone may come back with entries of an older version.
 */
export const entryKinds = [
  'call',
  'late',
  'step',
  'check',
  'photo',
  'damage',
  'pause',
  'resume',
  'extra',
  'extra_decision',
  'inspection',
  'custody',
  'custody_return',
  'not_collected',
  'no_show',
  'finish',
  'signature',
] as const
export type EntryKind = (typeof entryKinds)[number]

/** `refused`: it came, and the state of things didn't allow it; it is kept for a colleague to read. */
export const entryOutcomes = ['taken', 'refused'] as const
export type EntryOutcome = (typeof entryOutcomes)[number]
