/** The field of the checklist's form that takes what was read. */
export const valueField = (itemId: number) => `value-${itemId}`

/** @returns the item's key, or `NaN` for any other field */
export const itemOfValue = (field: string) => Number(/^value-([1-9]\d{0,14})$/.exec(field)?.[1])

/** As it is typed, `2`, `-0.5` or `1,5`. @returns `null` for nothing, `NaN` for no number */
export function readReading(typed: string): number | null {
  const text = typed.normalize('NFKC').replace(/\s/g, '').replace('−', '-').replace(/[,。]/, '.')
  if (text === '') return null
  return /^[-+]?\d{1,6}([.]\d{1,3})?$/.test(text) ? Number(text) : Number.NaN
}

/** What was read lies outside its limits: it is kept, and pointed out. */
export const isOutside = ({
  value,
  lowest,
  highest,
}: {
  value: number | null
  lowest: number | null
  highest: number | null
}) =>
  value !== null && ((lowest !== null && value < lowest) || (highest !== null && value > highest))
