import { and, eq, sql } from 'drizzle-orm'
import { articles } from '#db/schema/knowledge.ts'
import { findTicket } from '#app/domain/tickets/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** The solution of a public answer in the language of a ticket's customer; empty where there is none such. */
export async function solutionFor(ctx: Ctx, number: string, slug: string): Promise<string> {
  const { locale } = await findTicket(ctx, number)
  const [answer] = await ctx.db
    .select({ zh: articles.solutionZh, en: articles.solutionEn })
    .from(articles)
    .where(
      and(
        eq(articles.slug, slug),
        sql`${articles.status} = 'published'`,
        sql`${articles.audience} = 'public'`,
      ),
    )
  return (locale === 'en' ? answer?.en : answer?.zh) ?? ''
}
