export const maxRotationWeeks = 8
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** The form's line for one weekday of one week of the rotation. */
export const hoursField = (week: number, weekday: number) => `w${week}d${weekday}` as const
export type HoursField = ReturnType<typeof hoursField>

export const weeksOf = (rotationWeeks: number) =>
  Array.from({ length: Math.min(rotationWeeks, maxRotationWeeks) }, (_, i) => i + 1)
