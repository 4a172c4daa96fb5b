import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { cleanText } from '#app/platform/fields.ts'
import { publicContext } from '#app/routes/context.server.ts'
import { ButtonLink } from '#app/ui/portal/buttons.tsx'
import { Answers, Search } from '#app/ui/portal/home.tsx'
import { Columns, Lede, Page } from '#app/ui/portal/page.tsx'
import { allAnswers, findAnswers } from './answers.ts'
import { RatherTalk } from './rather-talk.tsx'
import { pageTitle } from './title.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { locale } = await publicContext(request)
  const t = translate(locale)
  const query = cleanText(new URL(request.url).searchParams.get('q') ?? '').slice(0, 100)
  return {
    title: pageTitle(locale, t('home:help.title'), context),
    query,
    answers: findAnswers(allAnswers(t), query),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'description', content: data?.answers[0]?.question },
]

export default function Help() {
  const { t } = useWords()
  const { query, answers } = useLoaderData<typeof loader>()
  return (
    <Page>
      <Columns aside={<RatherTalk />}>
        <div>
          <h1>{t('home:help.title')}</h1>
          <Lede>{t('home:help.lede')}</Lede>
          <Search
            id="q"
            action="/help"
            label={t('home:search')}
            placeholder={t('home:searchExample')}
            submit={t('home:searchButton')}
            defaultValue={query}
          />
          {query && answers.length > 0 && (
            <p className="gap-4" role="status">
              {t('home:help.found', { count: answers.length, query })}{' '}
              <a href="/help">{t('home:help.all')}</a>
            </p>
          )}
          {answers.length > 0 ? (
            <Answers
              items={answers.map((item, index) => ({ ...item, open: query !== '' && index === 0 }))}
            />
          ) : (
            <div className="stack gap-5" role="status">
              <p>
                {t('home:help.none', { query })} {t('home:help.noneHint')}
              </p>
              <p>
                <ButtonLink href="/report" icon="wrench">
                  {t('home:frame.report')}
                </ButtonLink>
              </p>
              <p>
                <a href="/help">{t('home:help.all')}</a>
              </p>
            </div>
          )}
        </div>
      </Columns>
    </Page>
  )
}
