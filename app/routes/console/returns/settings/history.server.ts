import { listChanges } from '#app/domain/accounts/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { isShownField, type ShownField } from './change-words.ts'

/** Who changed what of the settings of returns, the latest first. */
export async function returnChanges(ctx: Ctx, subject: string) {
  const entries = await listChanges(ctx, [subject])
  return entries.map(({ id, at, by, changes }) => ({
    id,
    at: at.toISOString(),
    by,
    changes: changes.flatMap(({ field, from, to }): Shown[] =>
      isShownField(field) ? [{ field, from, to }] : [],
    ),
  }))
}

interface Shown {
  field: ShownField
  from: string | null
  to: string | null
}
export type ReturnChange = Awaited<ReturnType<typeof returnChanges>>[number]
