import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { helpAnswers, helpChoices } from '#app/domain/knowledge/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { cleanText } from '#app/platform/fields.ts'
import { publicContext } from '#app/routes/context.server.ts'
import { Columns, Lede, Page } from '#app/ui/portal/page.tsx'
import { RatherTalk } from '../rather-talk.tsx'
import { beginPath } from '../report/paths.ts'
import { pageTitle } from '../title.server.ts'
import { answerView } from './answer-view.server.ts'
import { AnswersFound } from './answers-found.tsx'
import { HelpNone } from './help-none.tsx'
import { HelpSearch } from './help-search.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await publicContext(request)
  const { locale } = ctx
  const search = new URL(request.url).searchParams
  const query = cleanText(search.get('q') ?? '').slice(0, 100)
  const choices = await helpChoices(ctx)
  const product = choices.products.find(({ id }) => String(id) === search.get('product'))
  const category = choices.categories.find(({ key }) => key === search.get('about'))
  const { found, sure, near } = await helpAnswers(ctx, {
    text: query,
    category: category?.key ?? null,
    productId: product?.id ?? null,
  })
  const nameOf = ({ zh, en }: { zh: string; en: string }) => (locale === 'en' ? en : zh)
  return {
    title: pageTitle(locale, translate(locale)('home:help.title'), context),
    query,
    about: category?.key ?? '',
    product: product ? String(product.id) : '',
    categories: choices.categories.map((one) => ({ key: one.key, name: nameOf(one) })),
    products: choices.products.map((one) => ({ key: String(one.id), name: nameOf(one) })),
    answers: found.map((answer) => answerView(locale, answer)),
    sure,
    near: near.map((answer) => answerView(locale, answer)),
    report: beginPath({ description: query, category: category?.key }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'description', content: data?.answers[0]?.question },
]

/** KB-1: the public answers, by what is typed, by what is wrong and by product. */
export default function Help() {
  const { t } = useWords()
  const page = useLoaderData<typeof loader>()
  const { query, answers } = page
  const narrowed = query !== '' || page.about !== '' || page.product !== ''
  return (
    <Page>
      <Columns aside={<RatherTalk />}>
        <div>
          <h1>{t('home:help.title')}</h1>
          <Lede>{t('home:help.lede')}</Lede>
          <HelpSearch page={page} />
          <p className="gap-4" role="status" data-narrowed>
            {narrowed && answers.length > 0 && (
              <>
                {query
                  ? t('home:help.found', { count: answers.length, query })
                  : t('home:help.foundAbout', { count: answers.length })}{' '}
                <a href="/help">{t('home:help.all')}</a>
              </>
            )}
            {answers.length === 0 && (
              <>
                {query ? t('home:help.none', { query }) : t('home:help.noneAbout')}{' '}
                {t('home:help.noneHint')}
              </>
            )}
          </p>
          <div className="gap-3" data-narrowed>
            {answers.length > 0 ? (
              <AnswersFound answers={answers} open={page.sure} />
            ) : (
              <HelpNone page={page} />
            )}
            {query !== '' && answers.length > 0 && (
              <p className="gap-5">
                {t('home:help.notThese')} <a href={page.report}>{t('home:frame.report')}</a>
              </p>
            )}
          </div>
        </div>
      </Columns>
    </Page>
  )
}
