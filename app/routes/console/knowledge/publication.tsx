import { useActionData, useOutletContext } from '@remix-run/react'
import { publishArticle } from '#app/domain/knowledge/index.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import type { ArticleView } from './article-view.server.ts'
import { StandingPanel } from './standing-panel.tsx'
import { changesStanding } from './standing.server.ts'

const published = changesStanding(publishArticle)
export const loader = published.loader
export const action = published.action

export default function Publish() {
  const { t } = useWords()
  const article = useOutletContext<ArticleView>()
  return (
    <StandingPanel
      id="publication"
      article={article}
      reply={useActionData<typeof action>()}
      title={t('knowledge:publication.title')}
      lede={t('knowledge:publication.lede', {
        audience: t(
          article.audience === 'public'
            ? 'knowledge:publication.everybody'
            : 'knowledge:publication.colleagues',
        ),
      })}
    />
  )
}
