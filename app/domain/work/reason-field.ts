/** The field of the finishing form that says why a must-item was left out. */
export const reasonField = (itemId: number) => `reason-${itemId}`

/** @returns the item's key, or `NaN` for any other field */
export const itemOfReason = (field: string) => Number(/^reason-([1-9]\d{0,14})$/.exec(field)?.[1])
