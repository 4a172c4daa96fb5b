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
