/** How many letters must be changed, added or left out to make one word of the other. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row.at(-1)!
}

/** A slip of the hand: one letter in a short word, two in a longer one, or one word within the other. */
export function alike(typed: string, known: string): boolean {
  const shorter = Math.min(typed.length, known.length)
  if (shorter < 2) return false
  if (typed.includes(known) || known.includes(typed)) return true
  const slips = shorter < 6 ? 1 : 2
  return Math.abs(typed.length - known.length) <= slips && distance(typed, known) <= slips
}
