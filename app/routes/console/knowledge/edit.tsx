import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { ChangeArticleForm } from '#app/domain/knowledge/article-form.ts'
import { articleTexts } from '#app/domain/knowledge/article-texts.ts'
import { changeArticle, readArticle } from '#app/domain/knowledge/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf, usePinnedVersion } from '#app/routes/form.ts'
import type { ArticleField, Meanwhile } from './article-fields.tsx'
import { ArticleFormPage } from './article-form-page.tsx'
import { articlePath } from './article-look.ts'
import { categoryChoices } from './choices.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
/** After a refusal the page shows what a colleague changed. */
export const shouldRevalidate = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'knowledge:write')
  const { article, products } = await readArticle(ctx, params.slug!)
  const t = translate(ctx.locale)
  const texts = Object.fromEntries(articleTexts.map((field) => [field, article[field]]))
  return {
    title: `${t('knowledge:form.editTitle')} – ${t('brand')}`,
    slug: article.slug,
    version: article.version,
    facts: {
      ...(texts as Record<(typeof articleTexts)[number], string>),
      audience: article.audience as string,
      categories: article.categories,
      models: products.map(({ model }) => model).join(', '),
    },
    categories: await categoryChoices(ctx, article.categories),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'knowledge:write')
  return submitForm(await request.formData(), ChangeArticleForm, async (form) =>
    seeOther(`${articlePath(await changeArticle(ctx, params.slug!, form))}?saved`),
  )
}

export default function EditArticle() {
  const { t } = useWords()
  const { slug, version, facts, categories } = useLoaderData<typeof loader>()
  const f = useFormOf<ArticleField>(`article-${slug}`, {
    reply: useActionData<typeof action>(),
    defaults: facts,
  })
  const pinned = usePinnedVersion(version, f.refusal)
  const meanwhile = useMeanwhile(facts, f.refusal === 'articleChanged')
  return (
    <ArticleFormPage
      heading={t('knowledge:form.editTitle')}
      save={t('knowledge:form.saveChange')}
      back={articlePath(slug)}
      f={f}
      categories={categories}
      meanwhile={meanwhile}
    >
      <input type="hidden" name="version" value={pinned} />
    </ArticleFormPage>
  )
}

/** what stands now, of the fields a colleague changed since this form was opened. */
function useMeanwhile(facts: Record<string, string | string[]>, changed: boolean): Meanwhile {
  const [opened] = useState(facts)
  if (!changed) return {}
  return Object.fromEntries(
    [...articleTexts, 'models' as const].flatMap((field) =>
      facts[field] === opened[field] ? [] : [[field, String(facts[field])]],
    ),
  )
}
