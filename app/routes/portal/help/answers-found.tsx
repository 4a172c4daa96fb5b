import { useWords } from '#app/i18n/use-words.ts'
import { Answers } from '#app/ui/portal/home.tsx'
import { Written } from '#app/ui/written.tsx'
import type { AnswerView } from './answer-view.server.ts'

/** Answers that open where they stand, each with the way to its own page. */
export function AnswersFound({
  answers,
  open,
}: {
  answers: AnswerView[]
  /** Whether the first is what was asked for, and stands open. */
  open: boolean
}) {
  const { t } = useWords()
  return (
    <Answers
      items={answers.map(({ href, question, answer }, index) => ({
        question,
        answer: (
          <div className="stack">
            <Written text={answer} />
            <p>
              <a href={href}>{t('home:help.open')}</a>
            </p>
          </div>
        ),
        open: open && index === 0,
      }))}
    />
  )
}
