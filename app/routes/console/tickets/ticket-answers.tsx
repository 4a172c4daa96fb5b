import { Form, useNavigation } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn, TextLink } from '#app/ui/console/buttons.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { Written } from '#app/ui/written.tsx'
import { articlePath, knowledgePath } from '../knowledge/article-look.ts'
import type { AnswerView } from './answer-view.server.ts'
import type { AnswersView } from './ticket-answers.server.ts'

/** Beside a ticket: answers to its matter while it is open, and what it taught once it is solved. */
export function TicketAnswers({
  number,
  answers,
  resolve,
}: {
  number: string
  answers: AnswersView
  /** Whether the ticket can be resolved with one. */
  resolve: boolean
}) {
  const { t } = useWords()
  if (!answers) return null
  const { found, learned, may } = answers
  if (!may.use && found.length === 0 && !may.write) return null
  const at = `/console/tickets/${number}`
  return (
    <Section
      title={t('knowledge:ticket.title')}
      right={may.use && <TextLink href={`${at}/answers`}>{t('knowledge:ticket.find')}</TextLink>}
    >
      {may.write ? (
        learned ? (
          <p>
            <TextLink href={articlePath(learned)}>{t('knowledge:ticket.written')}</TextLink>
          </p>
        ) : (
          <p>
            <TextLink href={`${knowledgePath}/new?ticket=${number}`}>
              {t('knowledge:ticket.write')}
            </TextLink>
          </p>
        )
      ) : found.length === 0 ? (
        <p className="muted">{t('knowledge:ticket.none')}</p>
      ) : (
        <AnswersFound number={number} answers={found} use={may.use} resolve={resolve} />
      )}
    </Section>
  )
}

/** Each opens to its solution; one that fits is said to fit once. */
export function AnswersFound({
  number,
  answers,
  use,
  resolve,
}: {
  number: string
  answers: AnswerView[]
  use: boolean
  resolve: boolean
}) {
  const { t } = useWords()
  const busy = useNavigation().state === 'submitting'
  const at = `/console/tickets/${number}`
  return (
    <ul className="mini">
      {answers.map(({ slug, title, solution, used, tried, forCustomers }) => (
        <li key={slug}>
          <details>
            <summary>
              {title}{' '}
              {used && (
                <Status tone="done" icon="s-ok">
                  {t('knowledge:ticket.used')}
                </Status>
              )}
              {tried && (
                <Status tone="idle" icon="s-late">
                  {t('knowledge:ticket.tried')}
                </Status>
              )}
            </summary>
            <Written text={solution} />
            <div className="actions mt">
              {use && !used && (
                <Form method="post" action={`${at}/answers`}>
                  <input type="hidden" name="answer" value={slug} />
                  <Btn
                    size="in"
                    disabled={busy}
                    aria-label={t('knowledge:ticket.useTitle', { title })}
                  >
                    {t('knowledge:ticket.use')}
                  </Btn>
                </Form>
              )}
              {resolve && forCustomers && (
                <TextLink href={`${at}/resolution?answer=${slug}`}>
                  {t('knowledge:ticket.asSolution')}
                </TextLink>
              )}
              <TextLink href={articlePath(slug)}>{t('knowledge:ticket.open')}</TextLink>
            </div>
          </details>
        </li>
      ))}
    </ul>
  )
}
