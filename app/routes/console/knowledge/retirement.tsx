import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useOutletContext } from '@remix-run/react'
import { ArticleVersionForm } from '#app/domain/knowledge/article-form.ts'
import { retireArticle } from '#app/domain/knowledge/index.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { articlePath } from './article-look.ts'
import type { ArticleView } from './article-view.server.ts'
import { StandingPanel } from './standing-panel.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'knowledge:write')
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'knowledge:write')
  return submitForm(await request.formData(), ArticleVersionForm, async (form) => {
    await retireArticle(ctx, params.slug!, form)
    return seeOther(articlePath(params.slug!))
  })
}

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
