/** Chance that comes out the same every time. */
export interface Generator {
  /** From `from` to `to`, both included. */
  integer(from: number, to: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
  uuid(): string
}

/** Mulberry32, a small generator of 32 bits of state. */
export function generator(seed: number): Generator {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    integer,
    chance: (share) => next() < share,
    pick: (list) => nth(list, integer(0, list.length - 1)),
    uuid() {
      const hex = Array.from({ length: 32 }, () => integer(0, 15).toString(16))
      hex[12] = '4'
      hex[16] = '8'
      return [0, 8, 12, 16, 20]
        .map((from, i, starts) => hex.slice(from, starts[i + 1]).join(''))
        .join('-')
    },
  }
}

/** The list's entry at `index`, beginning again at its end. */
export function nth<T>(list: readonly T[], index: number): T {
  if (list.length === 0) throw new Error('Nothing to choose from')
  return list[index % list.length] as T
}
