import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import {
  readPublicAnswer,
  saidItSolved,
  useAnswer as countAnswer,
} from '#app/domain/knowledge/index.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { looksLikeToken, newToken } from '#app/platform/tokens.server.ts'
import { readForm } from '#app/platform/uploads.server.ts'
import { publicContext } from '#app/routes/context.server.ts'
import { BackLink, Columns, Page } from '#app/ui/portal/page.tsx'
import { Written } from '#app/ui/written.tsx'
import { RatherTalk } from '../rather-talk.tsx'
import { pageTitle } from '../title.server.ts'
import { readerCookie, readerOf } from './reader.server.ts'
import { SolvedIt } from './solved-it.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = await publicContext(request)
  const { locale } = ctx
  const { article, categories, products } = await readPublicAnswer(ctx, params.slug!)
  const en = locale === 'en'
  const asked = new URL(request.url).searchParams.get('draft') ?? undefined
  const draft = looksLikeToken(asked) ? asked : null
  const kept = await readerOf(request)
  const solvedAt = await saidItSolved(ctx, article.id, { reader: kept, draft })
  const title = en ? article.titleEn : article.titleZh
  return {
    title: pageTitle(locale, title, context),
    slug: article.slug,
    heading: title,
    problem: en ? article.problemEn : article.problemZh,
    cause: en ? article.causeEn : article.causeZh,
    solution: en ? article.solutionEn : article.solutionZh,
    products: products.map((one) => (en ? one.en : one.zh)),
    draft,
    about: categories[0]?.key ?? null,
    solved: solvedAt && (isJustNow(ctx, solvedAt) ? ('now' as const) : ('before' as const)),
    reader: kept ?? newToken(),
  }
}

const thanked = 60_000

/** Somebody who comes back is not thanked again. */
const isJustNow = (ctx: { now(): Date }, at: Date) => ctx.now().getTime() - at.getTime() < thanked

/** “This solved it.” The same press twice, or another of the same browser, counts once. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const ctx = await publicContext(request)
  const { form } = await readForm(request)
  const kept = await readerOf(request)
  const token = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' && looksLikeToken(value) ? value : null
  }
  const reader = kept ?? token('reader') ?? newToken()
  const draft = token('draft')
  const slug = params.slug!
  await countAnswer(ctx, slug, { reader, draft, address: context.address })
  const place = `/help/${encodeURIComponent(slug)}${draft ? `?draft=${draft}` : ''}`
  return seeOther(place, { 'Set-Cookie': await readerCookie(reader) })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'description', content: data?.problem || data?.solution.slice(0, 150) },
]

/** KB-1: problem, cause, solution. */
export default function Answer() {
  const { t } = useWords()
  const answer = useLoaderData<typeof loader>()
  return (
    <Page>
      <BackLink href="/help">{t('home:help.all')}</BackLink>
      <Columns aside={<RatherTalk />}>
        <article className="stack-lg">
          <div>
            <h1>{answer.heading}</h1>
            {answer.products.length > 0 && (
              <p className="muted gap-3">
                {t('home:help.for', { products: answer.products.join(t('home:help.comma')) })}
              </p>
            )}
          </div>
          {(['problem', 'cause', 'solution'] as const).map(
            (part) =>
              answer[part] !== '' && (
                <section key={part} aria-labelledby={part}>
                  <h2 id={part}>{t(`home:help.${part}`)}</h2>
                  <div className="stack gap-2">
                    <Written text={answer[part]} />
                  </div>
                </section>
              ),
          )}
          <SolvedIt answer={answer} />
        </article>
      </Columns>
    </Page>
  )
}
