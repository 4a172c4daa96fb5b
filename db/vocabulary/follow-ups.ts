/** FU-2, in the order in which they are asked; each 1–5. */
export const ratingQuestions = ['attitude', 'quality', 'solved', 'punctuality', 'tidiness'] as const
export type RatingQuestion = (typeof ratingQuestions)[number]

export const ratingScores = [1, 2, 3, 4, 5] as const
/** FU-4: a score of this or less is poor. */
export const poorScore = 2

export const ratingTags = [
  'clear',
  'skilful',
  'careful',
  'rang_ahead',
  'left_mess',
  'late',
  'again',
] as const
export type RatingTag = (typeof ratingTags)[number]

/** FU-1, FU-3, FU-4 */
export const followUpStatuses = ['due', 'done', 'unreachable', 'rated_online'] as const
export type FollowUpStatus = (typeof followUpStatuses)[number]

export const attemptOutcomes = ['answered', 'no_answer', 'call_back'] as const
export type AttemptOutcome = (typeof attemptOutcomes)[number]
/** FU-3 */
export const maxAttempts = 3

/** FU-1, FU-5: what a call is made for. */
export const followUpKinds = ['visit', 'complaint', 'inspection'] as const
export type FollowUpKind = (typeof followUpKinds)[number]

/** What a caller's words are kept by: the service of the visit, or what else the call is for. */
export const callScripts = [
  'delivery',
  'install',
  'repair',
  'survey',
  'complaint',
  'inspection',
] as const
export type CallScript = (typeof callScripts)[number]
