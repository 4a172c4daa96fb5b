import { and, eq, inArray, sql } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { articles } from '#db/schema/knowledge.ts'
import { categories, products } from '#db/schema/stores.ts'
import { tickets } from '#db/schema/tickets.ts'
import { listChanges } from '#app/domain/accounts/index.server.ts'
import { visibleTickets } from '#app/domain/tickets/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize, may } from '#app/platform/permissions.ts'
import { articleSubject } from './article-facts.server.ts'
import { type Article, findArticle } from './find-article.server.ts'

/** An answer with what it is about, where it came from and, for those who write them, who changed what. */
export async function readArticle(ctx: Ctx<StaffActor>, slug: string) {
  authorize(ctx.actor, 'knowledge:read')
  const article = await findArticle(ctx, slug)
  const writes = may(ctx.actor, 'knowledge:write')
  const [about, from, by, changes] = await Promise.all([
    aboutOf(ctx, article),
    ticketOf(ctx, article),
    nameOf(ctx, article.updatedBy),
    writes ? listChanges(ctx, [articleSubject(article.id)]) : [],
  ])
  return { article, ...about, from, by, changes }
}

/** An answer for everybody. @throws DomainError not_found */
export async function readPublicAnswer(ctx: Ctx, slug: string) {
  const article = await findArticle(ctx, slug)
  return { article, ...(await aboutOf(ctx, article)) }
}

/** The categories and products an answer names. */
async function aboutOf(ctx: Ctx, { categories: keys, productIds }: Article) {
  const [kinds, sold] = await Promise.all([
    keys.length === 0
      ? []
      : ctx.db
          .select({ key: categories.key, zh: categories.nameZh, en: categories.nameEn })
          .from(categories)
          .where(inArray(categories.key, keys))
          .orderBy(categories.position),
    productIds.length === 0
      ? []
      : ctx.db
          .select({
            id: products.id,
            model: products.model,
            zh: products.nameZh,
            en: products.nameEn,
          })
          .from(products)
          .where(inArray(products.id, productIds))
          .orderBy(products.model),
  ])
  return { categories: kinds, products: sold }
}

/** The ticket it was learned from, if this colleague may see it. */
async function ticketOf(ctx: Ctx, { fromTicketId }: Article): Promise<string | null> {
  if (fromTicketId === null) return null
  const [ticket] = await ctx.db
    .select({ number: tickets.number })
    .from(tickets)
    .where(and(eq(tickets.id, fromTicketId), visibleTickets(ctx.actor)))
  return ticket?.number ?? null
}

async function nameOf(ctx: Ctx, id: string | null): Promise<string | null> {
  if (id === null) return null
  const [person] = await ctx.db.select({ name: staff.name }).from(staff).where(eq(staff.id, id))
  return person?.name ?? null
}

/** The address of the answer that was written from a ticket, if there is one. */
export async function articleOfTicket(ctx: Ctx, ticketId: number): Promise<string | null> {
  if (!may(ctx.actor, 'knowledge:write')) return null
  const [row] = await ctx.db
    .select({ slug: articles.slug })
    .from(articles)
    .where(sql`${articles.fromTicketId} = ${ticketId}`)
    .limit(1)
  return row?.slug ?? null
}
