import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { type ArticleCursor, listArticles } from '#app/domain/knowledge/index.server.ts'
import { listCategories } from '#app/domain/tickets/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { cleanText } from '#app/platform/fields.ts'
import { may } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { articleStatuses, audiences } from '#db/vocabulary/knowledge.ts'
import { oneOf, withSearch } from '../lists/list-address.ts'
import { ListPages } from '../lists/list-pages.tsx'
import { knowledgePath } from './article-look.ts'
import { ArticlesTable } from './articles-table.tsx'
import { ArticleFilters } from './list-filters.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'knowledge:read')
  const search = new URL(request.url).searchParams
  const categories = await listCategories(ctx)
  const keys = categories.map(({ key }) => key)
  const filter = {
    q: cleanText(search.get('q') ?? '').slice(0, 100),
    status: oneOf(articleStatuses, search.get('status')),
    audience: oneOf(audiences, search.get('audience')),
    category: oneOf(keys, search.get('category')),
  }
  const { q: text, ...by } = filter
  const after = cursorIn(search.get('after'))
  const { rows, next } = await listArticles(ctx, { text, ...by, after })
  const en = ctx.locale === 'en'
  const names = new Map(categories.map(({ key, zh, en: english }) => [key, en ? english : zh]))
  return {
    title: `${translate(ctx.locale)('knowledge:title')} – ${translate(ctx.locale)('brand')}`,
    mayWrite: may(ctx.actor, 'knowledge:write'),
    filter,
    categories: keys.map((key) => ({ key, name: names.get(key) ?? key })),
    rows: rows.map((row) => ({
      slug: row.slug,
      status: row.status,
      audience: row.audience,
      title: (en ? row.titleEn : row.titleZh) || row.titleZh || row.titleEn,
      untranslated: row.titleEn === '',
      about: row.categories.map((key) => names.get(key) ?? key),
      solved: row.solved,
      changedAt: row.updatedAt.toISOString(),
    })),
    next: next && withSearch(knowledgePath, filter, { after: `${next.at},${next.id}` }),
    first: after && withSearch(knowledgePath, filter),
  }
}

function cursorIn(given: string | null): ArticleCursor | null {
  const [at = '', id = ''] = given?.split(',') ?? []
  const instant = new Date(at)
  if (!/^[1-9]\d{0,14}$/.test(id) || Number.isNaN(instant.getTime())) return null
  return { at: instant.toISOString(), id: Number(id) }
}

/** KB-1: what the company knows. */
export default function Knowledge() {
  const { t } = useWords()
  const { filter, categories, rows, next, first, mayWrite } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={t('knowledge:title')} sub={t('knowledge:sub')}>
        {mayWrite && (
          <BtnLink variant="go" icon="plus" href={`${knowledgePath}/new`}>
            {t('knowledge:do.write')}
          </BtnLink>
        )}
      </PageHead>
      <ArticleFilters filter={filter} categories={categories} writes={mayWrite} />
      <div className="paper">
        {rows.length === 0 ? (
          <EmptyState title={t('knowledge:list.empty')}>
            {t(mayWrite ? 'knowledge:list.emptyHint' : 'knowledge:list.emptyRead')}
          </EmptyState>
        ) : (
          <Section>
            <div className="row-lines">
              <ArticlesTable rows={rows} />
            </div>
          </Section>
        )}
        <ListPages first={first} next={next} />
      </div>
    </>
  )
}
