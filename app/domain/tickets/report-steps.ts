/** The steps of a report, in order; each is one question group. */
export const reportSteps = ['product', 'problem', 'where', 'when', 'check'] as const
export type ReportStep = (typeof reportSteps)[number]

export const reportFields = [
  'product',
  'orderNumber',
  'category',
  'description',
  'address',
  'name',
  'phone',
  'email',
  'preferredDays',
  'day',
  'window',
  // Which answers were read and didn't help, by their names in their addresses.
  'tried',
] as const
export type ReportField = (typeof reportFields)[number]

/** What has been typed, as it was typed. */
export type Answers = Partial<Record<ReportField, string>>

export const fieldsOfStep: Record<ReportStep, readonly ReportField[]> = {
  product: ['product', 'orderNumber'],
  problem: ['category', 'description'],
  where: ['address', 'name', 'phone', 'email'],
  when: ['preferredDays', 'day', 'window'],
  check: [],
}

export const stepOfField = (field: ReportField): ReportStep =>
  reportSteps.find((step) => fieldsOfStep[step].includes(field)) ?? 'check'

export const isReportStep = (value: unknown): value is ReportStep =>
  reportSteps.includes(value as ReportStep)

/** The step after this one. */
export const nextStep = (step: ReportStep): ReportStep =>
  reportSteps[reportSteps.indexOf(step) + 1] ?? 'check'

export const descriptionLength = 1000
