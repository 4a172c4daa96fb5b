/** The steps of asking for a return or exchange, in order; each is one question group. */
export const askSteps = ['order', 'goods', 'problem', 'wish', 'photos', 'cover', 'check'] as const
export type AskStep = (typeof askSteps)[number]

export const askFields = [
  'phone',
  'orderNumber',
  'line',
  'pieces',
  'quantity',
  'reason',
  'words',
  'unpacked',
  'wish',
  'name',
  'address',
  'email',
] as const
export type AskField = (typeof askFields)[number]

/** What has been typed, as it was typed. */
export type AskAnswers = Partial<Record<AskField, string>>

/** The fields of each step in the order they stand on its page. */
export const fieldsOfAskStep: Record<AskStep, readonly AskField[]> = {
  order: ['phone', 'orderNumber'],
  goods: ['line'],
  problem: ['pieces', 'quantity', 'reason', 'words', 'unpacked'],
  wish: ['wish', 'name', 'address', 'email'],
  photos: [],
  cover: [],
  check: [],
}

export const stepOfAskField = (field: AskField): AskStep =>
  askSteps.find((step) => fieldsOfAskStep[step].includes(field)) ?? 'check'

export const isAskStep = (value: unknown): value is AskStep => askSteps.includes(value as AskStep)

/** The step after this one. */
export const nextAskStep = (step: AskStep): AskStep =>
  askSteps[askSteps.indexOf(step) + 1] ?? 'check'

export const wordsLength = 1000
