import { and, eq, inArray, isNull, lt, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { attachments, reportDrafts } from '#db/schema/tickets.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { dropFile } from '#app/platform/files.server.ts'

const keptDays = 7

/** Forgets reports that were begun and not sent for a week, and the photos nobody else keeps. */
export async function sweepDrafts(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.now().getTime() - keptDays * 86_400_000)
  const { files, drafts } = await inTransaction(ctx, async (tx) => {
    const stale = await tx.db
      .select({ id: reportDrafts.id })
      .from(reportDrafts)
      .where(and(isNull(reportDrafts.ticketId), lt(reportDrafts.updatedAt, before)))
      .limit(500)
      .for('update', { skipLocked: true })
    const ids = stale.map(({ id }) => id)
    if (ids.length === 0) return { files: [], drafts: 0 }
    const gone = await tx.db
      .delete(attachments)
      .where(and(inArray(attachments.draftId, ids), isNull(attachments.ticketId)))
      .returning({ sha256: attachments.sha256 })
    await tx.db.delete(reportDrafts).where(inArray(reportDrafts.id, ids))
    return { files: gone.map(({ sha256 }) => sha256), drafts: ids.length }
  })
  await dropUnusedFiles(ctx, files)
  return drafts
}

/** Removes files from the store that no row points at any more. */
export async function dropUnusedFiles(ctx: Ctx, files: string[]): Promise<void> {
  const other = alias(attachments, 'other')
  for (const sha256 of new Set(files)) {
    const [unused] = await ctx.db
      .select({ yes: sql<number>`1` })
      .from(sql`(select 1) as one`)
      .where(notExists(ctx.db.select({ id: other.id }).from(other).where(eq(other.sha256, sha256))))
    if (unused) await dropFile(sha256)
  }
}
