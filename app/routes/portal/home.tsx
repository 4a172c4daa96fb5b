import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { topAnswers } from '#app/domain/knowledge/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { publicContext } from '#app/routes/context.server.ts'
import {
  Answers,
  Hero,
  HomeGrid,
  Hotline,
  SceneArmchair,
  Search,
  Ways,
} from '#app/ui/portal/home.tsx'
import { Clauses, Page, Stack } from '#app/ui/portal/page.tsx'
import { Written } from '#app/ui/written.tsx'
import { answerView } from './help/answer-view.server.ts'
import { usePortal } from './portal.ts'
import { pageTitle } from './title.server.ts'

/** How many of the answers stand on the first page. */
const few = 5

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await publicContext(request)
  const { locale } = ctx
  const t = translate(locale)
  const answers = await topAnswers(ctx, few)
  return {
    title: pageTitle(locale, t('home:title'), context),
    description: t('home:lede'),
    answers: answers.map((answer) => answerView(locale, answer)),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'description', content: data?.description },
]

export default function Home() {
  const { t } = useWords()
  const { answers } = useLoaderData<typeof loader>()
  const { hotline, hotlineHref, hours, staffed } = usePortal()
  return (
    <Page>
      <Stack gap="large">
        <div>
          <Hero
            title={<Clauses of={t('home:heading').split('|')} />}
            lede={t('home:lede')}
            scene={<SceneArmchair label={t('home:scene')} />}
          />
          <Ways
            label={t('home:ways')}
            items={[
              {
                href: '/book',
                icon: 'calendar',
                title: t('home:frame.book'),
                text: t('home:bookText'),
              },
              {
                href: '/report',
                icon: 'wrench',
                title: t('home:frame.report'),
                text: t('home:reportText'),
              },
              {
                href: '/track',
                icon: 'find',
                title: t('home:frame.track'),
                text: t('home:trackText'),
              },
            ]}
          />
          <p className="gap-4">
            {t('home:toReturn')} <a href="/return">{t('home:askReturn')}</a>
          </p>
        </div>
        <HomeGrid
          aside={
            <Hotline
              id="call"
              title={t('home:call')}
              number={hotline}
              href={hotlineHref}
              hours={t('home:staffed', { hours })}
              state={
                staffed
                  ? { tone: 'done', icon: 'done', label: t('home:open') }
                  : { tone: 'waiting', icon: 'clock', label: t('home:closed') }
              }
              note={t('home:otherTimes')}
            />
          }
        >
          <section aria-labelledby="asked">
            <h2 id="asked">{t('home:asked')}</h2>
            <Search
              id="q"
              action="/help"
              label={t('home:search')}
              placeholder={t('home:searchExample')}
              submit={t('home:searchButton')}
            />
            <Answers
              items={answers.map(({ question, answer }) => ({
                question,
                answer: <Written text={answer} />,
              }))}
            />
            <p className="gap-4">
              <a href="/help">{t('home:allAnswers')}</a>
            </p>
          </section>
        </HomeGrid>
      </Stack>
    </Page>
  )
}
