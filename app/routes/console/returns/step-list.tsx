import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { withinDay } from '../civil-day.ts'
import { stepLook } from './case-look.ts'
import type { CaseView } from './case-view.server.ts'

/** RX-4: what the decision in force set going, and how far each is. */
export function StepList({ one }: { one: CaseView }) {
  const { t } = useWords()
  const steps = one.steps.filter(({ current, status }) => current && status !== 'cancelled')
  const done = steps.filter(({ status }) => status === 'done').length
  const decided = one.decisions.some(({ standing }) => standing === 'in_force')
  return (
    <Section
      title={t('returns:case.todo')}
      right={steps.length > 0 ? t('returns:case.todoDone', { done, all: steps.length }) : undefined}
    >
      {steps.length === 0 ? (
        <p className="muted">{t(decided ? 'returns:case.todoNone' : 'returns:case.todoBefore')}</p>
      ) : (
        <ol className="todo">
          {steps.map((step) => (
            <Step key={step.id} step={step} visits={one.may.visits} />
          ))}
        </ol>
      )}
    </Section>
  )
}

function Step({ step, visits }: { step: CaseView['steps'][number]; visits: boolean }) {
  const { t, format } = useWords()
  const window =
    step.window &&
    `${format.day(step.window.start)} ${format.span(step.window.start, step.window.end)}`
  const more = [
    step.what,
    step.amount !== null && format.money(step.amount, step.currency ?? 'CNY'),
    step.method && t(`returns:method.${step.method}`),
    step.promisedOn &&
      t('returns:case.promisedOn', { day: format.day(withinDay(step.promisedOn)) }),
    step.collects && t('returns:case.collects'),
    step.waits &&
      step.after &&
      t('returns:case.waitsFor', { kind: t(`returns:kind.${step.after}`) }),
    step.fate && t(`returns:fate.${step.fate}`),
    step.note,
  ].filter(Boolean)
  return (
    <li>
      <span>{t(`returns:kind.${step.kind}`)}</span>
      <Status {...stepLook[step.status]}>{t(`returns:step.${step.status}`)}</Status>
      <span className="d">
        {more.join(' · ')}
        {window &&
          (visits && step.visit !== null ? (
            <>
              {' · '}
              <TextLink href={`/console/visits/${step.visit}`}>{window}</TextLink>
            </>
          ) : (
            ` · ${window}`
          ))}
      </span>
    </li>
  )
}
