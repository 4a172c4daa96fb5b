import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Ago } from '#app/ui/console/page.tsx'
import { Events, Facts, Section } from '#app/ui/console/sections.tsx'
import type { ArticleView } from './article-view.server.ts'

/** Whom it is for, what it is about, how often it helped, who changed it. */
export function ArticleSide({ article }: { article: ArticleView }) {
  const { t, format } = useWords()
  const listed = (names: string[]) =>
    names.length > 0 ? names.join(t('knowledge:comma')) : t('knowledge:article.everything')
  return (
    <>
      <Section title={t('knowledge:article.facts')}>
        <Facts
          items={[
            {
              term: t('knowledge:article.audience'),
              children: t(`knowledge:audience.${article.audience}`),
            },
            { term: t('knowledge:article.categories'), children: listed(article.categories) },
            { term: t('knowledge:article.products'), children: listed(article.products) },
            {
              term: t('knowledge:article.solved'),
              children: t('knowledge:article.solvedTimes', { count: article.solved }),
            },
            ...(article.from
              ? [
                  {
                    term: t('knowledge:article.from'),
                    children: (
                      <TextLink href={`/console/tickets/${article.from}`}>{article.from}</TextLink>
                    ),
                  },
                ]
              : []),
            ...(article.publishedAt
              ? [
                  {
                    term: t('knowledge:article.published'),
                    children: format.moment(article.publishedAt),
                  },
                ]
              : []),
            {
              term: t('knowledge:article.changed'),
              children: t('knowledge:article.changedBy', {
                name: article.by ?? t('knowledge:article.nobody'),
                at: format.moment(article.changedAt),
              }),
            },
          ]}
        />
      </Section>
      {article.may.write && <Changes changes={article.changes} />}
    </>
  )
}

function Changes({ changes }: { changes: ArticleView['changes'] }) {
  const { t, format } = useWords()
  const said = ({ status, fields }: ArticleView['changes'][number]) =>
    status
      ? t(`knowledge:status.${status}` as 'knowledge:status.draft')
      : fields
          .map((field) => t(`knowledge:field.${field}` as 'knowledge:field.status'))
          .join(t('knowledge:comma'))
  return (
    <Section title={t('knowledge:article.history')}>
      {changes.length === 0 ? (
        <p className="muted">{t('knowledge:article.historyNone')}</p>
      ) : (
        <Events
          items={changes.map((entry) => ({
            key: String(entry.id),
            icon: 'book',
            what: entry.by ?? t('knowledge:article.nobody'),
            change: said(entry),
            at: (
              <Ago iso={entry.at} exact={format.moment(entry.at)}>
                {format.distance(entry.at)}
              </Ago>
            ),
          }))}
        />
      )}
    </Section>
  )
}
