import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { withinDay } from '../../civil-day.ts'
import { casePath, stepLook } from '../case-look.ts'
import type { CaseView } from '../case-view.server.ts'

type Step = CaseView['steps'][number]
type StepAction = 'promise' | 'readiness' | 'refund' | 'receipt' | 'inspection' | 'booking'

/** RX-4: what the decision in force set going, how far each is, and what to do about it. */
export function ConsequenceList({ one }: { one: CaseView }) {
  const { t } = useWords()
  const steps = one.steps.filter(({ current, status }) => current && status !== 'cancelled')
  const done = steps.filter(({ status }) => status === 'done').length
  const decided = one.decisions.some(({ standing }) => standing === 'in_force')
  return (
    <Section
      title={t('returns:case.todo')}
      right={steps.length > 0 ? t('returns:case.todoDone', { done, all: steps.length }) : undefined}
    >
      {one.status === 'acting' && done === steps.length && !one.answered && (
        <Warn icon="ledger">
          {t('returns:case.todoAnswerable')}{' '}
          <a href="#answerability">{t('returns:case.answerableMore')}</a>
        </Warn>
      )}
      {steps.length === 0 ? (
        !decided && <p className="muted">{t('returns:case.todoBefore')}</p>
      ) : (
        <ol className="todo">
          {steps.map((step) => (
            <Item key={step.id} one={one} step={step} />
          ))}
        </ol>
      )}
    </Section>
  )
}

function Item({ one, step }: { one: CaseView; step: Step }) {
  const { t } = useWords()
  const actions = actionsOf(one, step)
  const before = one.steps.find(({ id }) => id === step.afterId)
  return (
    <li>
      <span>{t(`returns:kind.${step.kind}`)}</span>
      <Status {...stepLook[step.status]}>{t(`returns:step.${step.status}`)}</Status>
      <span className="d">
        <Facts step={step} />
        {step.waits && before && (step.status === 'open' || step.status === 'going') && (
          <>
            <br />
            {t('returns:case.waitsFor', { kind: t(`returns:kind.${before.kind}`) })}
          </>
        )}
        <VisitOf step={step} linked={one.may.visits} />
        <WasDone step={step} />
      </span>
      {actions.length > 0 && (
        <span className="d actions">
          {actions.map((action) => (
            <BtnLink
              key={action}
              size="in"
              href={`${casePath(one.number)}/consequences/${step.id}/${action}`}
            >
              {t(`returns:supply.actions.${action}`)}
            </BtnLink>
          ))}
        </span>
      )}
    </li>
  )
}

function Facts({ step }: { step: Step }) {
  const { t, format } = useWords()
  const { amount, currency, method, promisedOn, notBefore, fate, condition } = step
  const facts = [
    step.what,
    amount !== null &&
      method &&
      t('returns:supply.refundOf', {
        amount: format.money(amount, currency ?? 'CNY'),
        method: t(`returns:method.${method}`),
      }),
    promisedOn &&
      step.status !== 'done' &&
      t('returns:case.promisedOn', { day: format.day(withinDay(promisedOn)) }),
    notBefore &&
      step.status === 'open' &&
      t('returns:supply.notBefore', { day: format.day(notBefore) }),
    step.collects && t('returns:case.collects'),
    fate &&
      t('returns:supply.found', { fate: t(`returns:fate.${fate}`), condition: condition ?? '' }),
    step.note && t('returns:supply.note', { note: step.note }),
  ]
  return facts.filter(Boolean).join(' · ')
}

function VisitOf({ step: { window, visit }, linked }: { step: Step; linked: boolean }) {
  const { format } = useWords()
  if (!window) return null
  const when = `${format.day(window.start)} ${format.span(window.start, window.end)}`
  return (
    <>
      <br />
      {linked && visit !== null ? (
        <TextLink href={`/console/visits/${visit}`}>{when}</TextLink>
      ) : (
        when
      )}
    </>
  )
}

/** Of a refund the day is known, not the hour. */
function WasDone({ step: { kind, doneAt, doneBy } }: { step: Step }) {
  const { t, format } = useWords()
  if (doneAt === null) return null
  const when = kind === 'refund' ? format.day(doneAt) : format.moment(doneAt)
  return (
    <>
      <br />
      {doneBy === null ? when : t('returns:supply.was', { when, name: doneBy })}
    </>
  )
}

/** What this colleague may do about it now. */
function actionsOf({ may }: CaseView, { kind, status }: Step): StepAction[] {
  const waits = status === 'open' || status === 'going'
  switch (kind) {
    case 'goods':
    case 'part':
      return may.supply && waits ? ['readiness', 'promise'] : []
    case 'refund':
      return may.refund && waits ? ['refund'] : []
    case 'original':
      if (!may.supply || !waits) return []
      return [status === 'open' ? 'receipt' : 'inspection']
    default:
      return may.book && status === 'open' ? ['booking'] : []
  }
}
