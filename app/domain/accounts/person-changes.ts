import type { PersonForm } from './person-form.ts'

export const changeFields = ['name', 'roles', 'storeId', 'crewId'] as const
export type ChangeField = (typeof changeFields)[number]

type Value = string | number | null

/** What a form changes about a colleague, as the audit log keeps it; without `before`, all of it. */
export function changesBetween(
  before: PersonForm | null,
  after: PersonForm,
): Partial<Record<ChangeField, [Value, Value]>> {
  const from = before && valuesOf(before)
  const to = valuesOf(after)
  return Object.fromEntries(
    changeFields.flatMap((field) => {
      const pair = [from?.[field] ?? null, to[field]]
      return pair[0] === pair[1] ? [] : [[field, pair]]
    }),
  )
}

function valuesOf({ name, roles, storeId, crewId }: PersonForm): Record<ChangeField, Value> {
  return { name, roles: [...roles].sort().join(', '), storeId, crewId }
}
