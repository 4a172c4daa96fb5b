type Value = string | number | boolean | null
export type FieldChanges = Record<string, [string | null, string | null]>

/** What stands differently, as the audit log keeps it; without `before`, all of it. */
export function fieldChanges<T extends { [K in keyof T]: Value }>(
  before: T | null,
  after: T,
): FieldChanges {
  const changes: FieldChanges = {}
  for (const field of Object.keys(after) as (keyof T & string)[]) {
    const [from, to] = [before && said(before[field]), said(after[field])]
    if (from !== to) changes[field] = [from, to]
  }
  return changes
}

const said = (value: Value): string | null =>
  value === null || value === '' ? null : String(value)
