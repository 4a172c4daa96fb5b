import { listCategories } from '#app/domain/tickets/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** The categories an answer may be about, in the reader's language; those no longer offered while it names them. */
export async function categoryChoices(ctx: Ctx, named: readonly string[] = []) {
  const all = await listCategories(ctx)
  return all
    .filter(({ key, active }) => active || named.includes(key))
    .map(({ key, zh, en }) => ({ key, name: ctx.locale === 'en' ? en : zh }))
}
