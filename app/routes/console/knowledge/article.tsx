import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { readArticle } from '#app/domain/knowledge/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { Column, WithSide } from '#app/ui/console/layout.tsx'
import { Crumb, PageHead } from '#app/ui/console/page.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import { Written } from '#app/ui/written.tsx'
import { ArticleActions } from './article-actions.tsx'
import { knowledgePath } from './article-look.ts'
import { ArticleSide } from './article-side.tsx'
import { articleView } from './article-view.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }]
export const shouldRevalidate = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'knowledge:read')
  const view = articleView(ctx, await readArticle(ctx, params.slug!))
  return {
    ...view,
    pageTitle: `${view.title} – ${translate(ctx.locale)('brand')}`,
    saved: new URL(request.url).searchParams.has('saved'),
  }
}

/** KB-1: an answer as colleagues read it, in their language first. */
export default function Article() {
  const { t, locale } = useWords()
  const article = useLoaderData<typeof loader>()
  const { status, texts } = article
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('knowledge:title')}
            items={[{ href: knowledgePath, label: t('knowledge:title') }]}
          />
        }
        title={article.title}
      >
        <ArticleActions article={article} />
      </PageHead>
      <WithSide sideLabel={t('knowledge:article.facts')} side={<ArticleSide article={article} />}>
        <Column foot={null}>
          {article.saved && (
            <Warn tone="good" icon="check">
              <p role="status">{t('knowledge:article.saved')}</p>
            </Warn>
          )}
          <Outlet context={article} />
          {status !== 'published' && (
            <Section label={t(`knowledge:status.${status}`)}>
              <Warn icon="book">
                {t(
                  status === 'draft'
                    ? 'knowledge:article.draftHint'
                    : 'knowledge:article.retiredHint',
                )}
              </Warn>
            </Section>
          )}
          <ArticleText text={texts[locale]} />
          {article.may.write && (
            <Section title={t('knowledge:article.otherLanguage')}>
              <OtherText locale={locale} texts={texts} />
            </Section>
          )}
        </Column>
      </WithSide>
    </>
  )
}

type Text = Record<'title' | 'problem' | 'cause' | 'solution', string>
const parts = ['problem', 'cause', 'solution'] as const

function ArticleText({ text }: { text: Text }) {
  const { t } = useWords()
  return parts.map((part) => {
    if (text[part] === '' && part !== 'solution') return null
    return (
      <Section title={t(`knowledge:article.${part}`)} key={part}>
        {text[part] ? (
          <Written text={text[part]} />
        ) : (
          <p className="muted">{t('knowledge:article.notYet')}</p>
        )}
      </Section>
    )
  })
}

/** The other language, for those who write both. */
function OtherText({
  locale,
  texts,
}: {
  locale: 'zh-CN' | 'en'
  texts: Record<'zh-CN' | 'en', Text>
}) {
  const { t } = useWords()
  const other = locale === 'en' ? 'zh-CN' : 'en'
  const text = texts[other]
  if (Object.values(text).every((part) => part === '')) {
    return <p className="muted">{t('knowledge:article.notYet')}</p>
  }
  return (
    <div lang={other}>
      <p>
        <b>{text.title}</b>
      </p>
      {parts.map(
        (part) =>
          text[part] && (
            <div className="mt" key={part}>
              <Written text={text[part]} />
            </div>
          ),
      )}
    </div>
  )
}
