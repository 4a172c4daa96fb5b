/** A value of the address that is one of the values there are; anything else filters nothing. */
export function oneOf<T extends string>(values: readonly T[], given: string | null): T | null {
  return values.find((value) => value === given) ?? null
}

/** The same page with other values in its address; an empty one is taken out. */
export function withSearch(
  path: string,
  current: Record<string, string | null>,
  change: Record<string, string | null> = {},
): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...current, ...change })) {
    if (value) search.set(name, value)
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}
