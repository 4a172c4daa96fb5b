import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { ArticleVersionForm } from '#app/domain/knowledge/article-form.ts'
import type { publishArticle } from '#app/domain/knowledge/index.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { articlePath } from './article-look.ts'

/** A page that publishes or retires an answer. */
export function changesStanding(verb: typeof publishArticle) {
  return {
    loader: async ({ request }: LoaderFunctionArgs) => {
      await staffContext(request, 'knowledge:write')
      return null
    },
    action: async ({ request, params: { slug = '' } }: ActionFunctionArgs) => {
      const ctx = await staffContext(request, 'knowledge:write')
      return submitForm(await request.formData(), ArticleVersionForm, async (form) => {
        await verb(ctx, slug, form)
        return seeOther(articlePath(slug))
      })
    },
  }
}
