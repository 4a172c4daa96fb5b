import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { articleStatuses, audiences, usePlaces } from '../vocabulary/knowledge.ts'
import { staff } from './accounts.ts'
import { identity, instant, reference, tsvector } from './columns.ts'
import { tickets } from './tickets.ts'

/** KB-1: problem, cause, solution. */
export const articles = pgTable(
  'articles',
  {
    id: identity(),
    slug: text('slug').notNull().unique(),
    status: text('status', { enum: articleStatuses }).notNull().default('draft'),
    audience: text('audience', { enum: audiences }).notNull().default('public'),
    titleZh: text('title_zh').notNull().default(''),
    titleEn: text('title_en').notNull().default(''),
    problemZh: text('problem_zh').notNull().default(''),
    problemEn: text('problem_en').notNull().default(''),
    causeZh: text('cause_zh').notNull().default(''),
    causeEn: text('cause_en').notNull().default(''),
    solutionZh: text('solution_zh').notNull().default(''),
    solutionEn: text('solution_en').notNull().default(''),
    /** Other words that people say for it: what they search by, never shown as text. */
    alsoZh: text('also_zh').notNull().default(''),
    alsoEn: text('also_en').notNull().default(''),
    categories: text('categories')
      .array()
      .notNull()
      .default(sql`'{}'`),
    productIds: reference('product_ids')
      .array()
      .notNull()
      .default(sql`'{}'`),
    fromTicketId: reference('from_ticket_id').references(() => tickets.id),
    /** How often it solved something; kept by a trigger on `article_uses`. */
    solved: integer('solved').notNull().default(0),
    words: tsvector('words')
      .notNull()
      .default(sql`''::tsvector`),
    version: integer('version').notNull().default(1),
    createdBy: uuid('created_by').references(() => staff.id),
    updatedBy: uuid('updated_by').references(() => staff.id),
    updatedAt: instant('updated_at').notNull(),
    publishedAt: instant('published_at'),
  },
  (t) => [
    index('articles_words').using('gin', t.words),
    index('articles_status').on(t.status, t.updatedAt.desc()),
    index('articles_public')
      .on(t.solved.desc(), t.id)
      .where(sql`${t.status} = 'published' and ${t.audience} = 'public'`),
    // What is public is there in both languages.
    check(
      'articles_published',
      sql`${t.status} <> 'published' or (${t.titleZh} <> '' and ${t.titleEn} <> '' and ${t.solutionZh} <> '' and ${t.solutionEn} <> '')`,
    ),
  ],
)

/** “This solved it”, once a reader or a ticket. */
export const articleUses = pgTable(
  'article_uses',
  {
    id: identity(),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id),
    at: instant('at').notNull(),
    place: text('place', { enum: usePlaces }).notNull(),
    ticketId: reference('ticket_id').references(() => tickets.id),
    /** Who said so: a draft's, a browser's or a ticket's own key, hashed. */
    key: text('key').notNull().unique(),
  },
  (t) => [index('article_uses_article').on(t.articleId, t.at.desc())],
)
