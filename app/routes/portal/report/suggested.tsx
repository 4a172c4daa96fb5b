import { useWords } from '#app/i18n/use-words.ts'
import type { AnswerView } from '../help/answer-view.server.ts'

/** Under the description: what was found for it, kept true by a script while it is being written. */
export function SuggestedWhileTyping({
  answers,
  draft,
  product,
}: {
  answers: AnswerView[]
  draft: string
  product: string
}) {
  const { t } = useWords()
  const from = new URLSearchParams({ draft, ...(product ? { product } : {}) })
  return (
    <section
      className="suggested"
      aria-label={t('home:suggested.title')}
      data-answers={`/resources/answers?${from}`}
      hidden={answers.length === 0}
    >
      <p className="suggested__title" role="status">
        {t('home:suggested.title')}
      </p>
      <div className="answers" data-answers-list>
        {answers.map((answer) => (
          <Suggestion key={answer.href} {...answer} />
        ))}
      </div>
      <template>
        <Suggestion href="/help" question="" answer="" />
      </template>
    </section>
  )
}

/** The same on the page after it, for those without a script. */
export function SuggestedBefore({ answers }: { answers: AnswerView[] }) {
  const { t } = useWords()
  if (answers.length === 0) return null
  return (
    <noscript>
      <section className="suggested" aria-label={t('home:suggested.title')}>
        <p className="suggested__title">{t('home:suggested.title')}</p>
        <div className="answers">
          {answers.map((answer) => (
            <Suggestion key={answer.href} {...answer} />
          ))}
        </div>
      </section>
    </noscript>
  )
}

function Suggestion({ href, question, answer }: AnswerView) {
  const { t } = useWords()
  return (
    <details>
      <summary>{question}</summary>
      <div>
        <p className="typed" data-answer>
          {answer}
        </p>
        <p className="gap-2">
          <a href={href}>{t('home:suggested.open')}</a>
        </p>
      </div>
    </details>
  )
}
