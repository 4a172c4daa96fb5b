/** What the history of the roster and of the setup has words for. */
export const changeFields = [
  'shifts',
  'exception',
  'holiday',
  'status',
  'nameZh',
  'nameEn',
  'cityZh',
  'cityEn',
  'districts',
  'skills',
  'homeArea',
  'areas',
  'vehicle',
  'membersNeeded',
  'active',
  'durationMinutes',
  'travelMinutes',
  'hours',
  'online',
  'bookingDays',
  'heldShare',
  'cutOff',
  'restHours',
  'remindAt',
  'callAheadMinutes',
  'leaveHours',
  'agreeDays',
  'checkBy',
  'bookableCategories',
] as const
export type ChangeField = (typeof changeFields)[number]

export const isChangeField = (field: string): field is ChangeField =>
  changeFields.some((one) => one === field)
