import { useWords } from '#app/i18n/use-words.ts'
import { ButtonLink } from '#app/ui/portal/buttons.tsx'
import type { AnswerView } from './answer-view.server.ts'
import { AnswersFound } from './answers-found.tsx'

/** Nothing was found: what comes nearest, what the answers are about, and to report it with the words typed. */
export function HelpNone({
  page: { query, about, categories, near, report },
}: {
  page: {
    query: string
    about: string
    categories: { key: string; name: string }[]
    near: AnswerView[]
    report: string
  }
}) {
  const { t } = useWords()
  const others = categories.filter(({ key }) => key !== about)
  return (
    <div className="stack-lg gap-5">
      <p>
        <ButtonLink href={report} icon="wrench">
          {t(query ? 'home:help.reportWords' : 'home:frame.report')}
        </ButtonLink>
      </p>
      {near.length > 0 && (
        <section aria-labelledby="near">
          <h2 id="near">{t('home:help.near')}</h2>
          <div className="gap-3">
            <AnswersFound answers={near} open={false} />
          </div>
        </section>
      )}
      <section aria-labelledby="topics">
        <h2 id="topics">{t('home:help.topics')}</h2>
        <ul className="topics gap-3">
          {others.map(({ key, name }) => (
            <li key={key}>
              <a href={`/help?about=${encodeURIComponent(key)}`}>{name}</a>
            </li>
          ))}
          <li>
            <a href="/help">{t('home:help.all')}</a>
          </li>
        </ul>
      </section>
    </div>
  )
}
