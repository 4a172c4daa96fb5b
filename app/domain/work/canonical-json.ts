type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** One spelling for one value: keys in order, no blanks, instants as ISO strings, what is absent left out. */
export function canonicalJson(value: object): string {
  return JSON.stringify(ordered(JSON.parse(JSON.stringify(value)) as Json))
}

function ordered(value: Json): Json {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(ordered)
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : 1))
  return Object.fromEntries(keys.map((key) => [key, ordered(value[key]!)]))
}
