import type { RecordedChange } from '#app/domain/accounts/index.server.ts'
import { isChangeField, type ChangeField } from './change-fields.ts'

export interface ChangeView {
  id: number
  at: string
  by: string | null
  changes: { field: ChangeField; from: string | null; to: string | null }[]
}

/** Entries of the audit log as a page tells them; those that say nothing about its facts are left out. */
export const changeViews = (entries: RecordedChange[]): ChangeView[] =>
  entries
    .map(({ id, at, by, changes }) => ({
      id,
      at: at.toISOString(),
      by,
      changes: changes.flatMap(({ field, from, to }) =>
        isChangeField(field) ? [{ field, from, to }] : [],
      ),
    }))
    .filter(({ changes }) => changes.length > 0)
