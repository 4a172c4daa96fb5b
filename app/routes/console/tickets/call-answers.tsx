import { useWords } from '#app/i18n/use-words.ts'
import { Section } from '#app/ui/console/sections.tsx'
import { Written } from '#app/ui/written.tsx'
import { articlePath } from '../knowledge/article-look.ts'
import type { AnswerView } from './answer-view.server.ts'

/** KB-1, while a call is being taken: answers to read out. The form stays as it is, whatever is opened. */
export function CallAnswers({ answers }: { answers: AnswerView[] }) {
  const { t } = useWords()
  return (
    <>
      <p className="vh" role="status">
        {answers.length > 0 && t('knowledge:ticket.found', { count: answers.length })}
      </p>
      {answers.length > 0 && (
        <Section title={t('knowledge:ticket.title')} right={answers.length}>
          <ul className="mini">
            {answers.map(({ slug, title, solution }) => (
              <li key={slug}>
                <details>
                  <summary>{title}</summary>
                  <Written text={solution} />
                  <p className="actions mt">
                    <a className="link" href={articlePath(slug)} target="_blank" rel="noopener">
                      {t('knowledge:ticket.openBeside')}
                    </a>
                  </p>
                </details>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
