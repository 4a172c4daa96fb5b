import { z } from 'zod'
import { orderImports } from '#db/schema/customers.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { invalid } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { headerOf, missingColumns } from './header.ts'
import { storeEntered } from './list-order-stores.server.ts'
import { maxImportBytes, readTable } from './read-table.server.ts'

export const UploadForm = z.object({
  /** Head office says which store's it is. */
  store: z.coerce.number().int().positive().max(1e15).optional(),
})

/**
 * Reads a file of contracts and keeps its rows until they are taken over. Nothing is entered yet.
 * @returns the key under which its preview is found
 * @throws DomainError invalid: the file is no table we can read, or lacks a column
 */
export async function uploadContracts(
  ctx: Ctx<StaffActor>,
  { store }: z.output<typeof UploadForm>,
  file: { name: string; bytes: Buffer; tooBig: boolean } | undefined,
): Promise<string> {
  authorize(ctx.actor, 'order:enter')
  const storeId = await storeEntered(ctx, store)
  if (!file) throw invalid('importNoFile')
  if (file.tooBig) throw invalid('importTooBig', { megabytes: maxImportBytes / 1_000_000 })
  const rows = await readTable(file.bytes)
  const header = headerOf(rows)
  if (!header || header.at.size === 0) throw invalid('importNoHeader')
  if (missingColumns(header).length === 0 && rows.length === header.row + 1) {
    throw invalid('importEmpty')
  }
  const [kept] = await ctx.db
    .insert(orderImports)
    .values({
      storeId,
      madeBy: ctx.actor.id,
      fileName: file.name,
      rows,
      createdAt: ctx.now(),
    })
    .returning({ id: orderImports.id })
  return kept!.id
}
