import { eq } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import type { Locale } from '#db/vocabulary/locales.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** Keeps the language a colleague chose with their account; somebody else's is their browser's to keep. */
export async function keepLocale(ctx: Ctx, locale: Locale): Promise<void> {
  if (ctx.actor.kind !== 'staff') return
  await ctx.db.update(staff).set({ locale }).where(eq(staff.id, ctx.actor.id))
}
