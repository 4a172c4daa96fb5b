import { useActionData, useOutletContext } from '@remix-run/react'
import { retireArticle } from '#app/domain/knowledge/index.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import type { ArticleView } from './article-view.server.ts'
import { StandingPanel } from './standing-panel.tsx'
import { changesStanding } from './standing.server.ts'

const retired = changesStanding(retireArticle)
export const loader = retired.loader
export const action = retired.action

export default function Retire() {
  const { t } = useWords()
  const article = useOutletContext<ArticleView>()
  return (
    <StandingPanel
      id="retirement"
      article={article}
      reply={useActionData<typeof action>()}
      title={t('knowledge:retirement.title')}
      lede={t('knowledge:retirement.lede')}
    />
  )
}
