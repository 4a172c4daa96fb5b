/** Once a visit and its window: moved to another one, it may be missed again. */
export const nobodyCameKey = (visitId: number, windowStart: Date) =>
  `nobody-came-${visitId}-${windowStart.getTime()}`
