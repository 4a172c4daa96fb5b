import { listChanges } from '#app/domain/accounts/index.server.ts'
import type { ReturnField } from '#app/domain/accounts/audit-extras.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { type ChangeField, isChangeField } from '../bookings/change-fields.ts'
import { isReturnField } from './return-change-words.ts'

/** Who changed what of the settings of returns, the latest first. */
export async function returnChanges(ctx: Ctx, subject: string) {
  const entries = await listChanges(ctx, [subject])
  return entries.map(({ id, at, by, changes }) => ({
    id,
    at: at.toISOString(),
    by,
    changes: changes.flatMap(({ field, from, to }) =>
      isReturnField(field) || isChangeField(field)
        ? [{ field: field as ReturnField | ChangeField, from, to }]
        : [],
    ),
  }))
}

export type ReturnChange = Awaited<ReturnType<typeof returnChanges>>[number]
