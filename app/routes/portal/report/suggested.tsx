import { useWords } from '#app/i18n/use-words.ts'
import { Button } from '#app/ui/portal/buttons.tsx'
import type { AnswerView } from '../help/answer-view.server.ts'
import type { ReportPage } from './step.tsx'

/**
 * Under the description: what was found for it, kept true by a script while it is being written; without one, a button
 * asks.
 */
export function Suggested({
  page: { suggested, looked, token, product },
}: {
  page: Pick<ReportPage, 'suggested' | 'looked' | 'token' | 'product'>
}) {
  const { t } = useWords()
  const from = new URLSearchParams({ draft: token, ...(product ? { product } : {}) })
  return (
    <>
      <p data-needs-no-script>
        <Button name="look" value="yes" icon="find">
          {t('home:suggested.look')}
        </Button>
      </p>
      {looked && suggested.length === 0 && (
        <p id="suggested" role="status" data-needs-no-script>
          {t('home:suggested.none')}
        </p>
      )}
      <section
        className="suggested"
        id={suggested.length > 0 ? 'suggested' : undefined}
        aria-label={t('home:suggested.title')}
        data-answers={`/resources/answers?${from}`}
        hidden={suggested.length === 0}
      >
        <p className="suggested__title" role="status">
          {t('home:suggested.title')}
        </p>
        <div className="answers" data-answers-list>
          {suggested.map((answer) => (
            <Suggestion key={answer.href} {...answer} />
          ))}
        </div>
        <template>
          <Suggestion href="/help" question="" answer="" />
        </template>
      </section>
    </>
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
