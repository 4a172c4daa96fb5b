import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ArticleForm } from '#app/domain/knowledge/article-form.ts'
import { draftOfTicket, writeArticle } from '#app/domain/knowledge/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import type { ArticleField } from './article-fields.tsx'
import { ArticleFormPage } from './article-form-page.tsx'
import { articlePath, knowledgePath } from './article-look.ts'
import { categoryChoices } from './choices.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'knowledge:write')
  const number = new URL(request.url).searchParams.get('ticket')?.slice(0, 20)
  const draft = number ? await draftOfTicket(ctx, number) : null
  const t = translate(ctx.locale)
  return {
    title: `${t('knowledge:form.newTitle')} – ${t('brand')}`,
    draft,
    categories: await categoryChoices(ctx),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'knowledge:write')
  return submitForm(await request.formData(), ArticleForm, async (form) =>
    seeOther(articlePath(await writeArticle(ctx, form))),
  )
}

/** KB-1: a new answer; from a solved ticket, its words are there already. */
export default function NewArticle() {
  const { t } = useWords()
  const { draft, categories } = useLoaderData<typeof loader>()
  const f = useFormOf<ArticleField>('article', {
    reply: useActionData<typeof action>(),
    defaults: draft ?? { audience: 'public' },
  })
  return (
    <ArticleFormPage
      heading={
        draft
          ? t('knowledge:form.fromTicket', { number: draft.ticket })
          : t('knowledge:form.newTitle')
      }
      save={t('knowledge:form.save')}
      back={draft ? `/console/tickets/${draft.ticket}` : knowledgePath}
      f={f}
      categories={categories}
      note={draft && t('knowledge:form.ticketHint')}
    >
      {draft && <input type="hidden" name="ticket" value={draft.ticket} />}
    </ArticleFormPage>
  )
}
