import { useEffect, useRef } from 'react'
import type { PlanMode } from '#db/vocabulary/planning.ts'
import type { PlanView } from '#app/domain/planning/plan-view.ts'
import type { Translate } from '#app/i18n/keys.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { type Figure, ProposalStrip } from '#app/ui/console/proposal.tsx'
import { isTyping } from '../hotkeys.ts'
import { Send, useSent } from './plan-send.tsx'
import type { StripProps } from './plan-strip.tsx'
import { figuresOf, gainWords, type PlanFigure } from './plan-words.ts'

type Open = StripProps & { plan: PlanView }

/** Nothing is planned: what may be started. */
export function Idle({ day, isToday, counts }: StripProps) {
  const { t } = useWords()
  const sent = useSent()
  if (counts.unassigned === 0 && counts.placed === 0) return null
  const start = (mode: PlanMode, words: string, hint: string) => (
    <Send sent={sent} action={`/console/dispatch/plans?day=${day}`} fields={{ day, mode }}>
      <Btn icon="spark" disabled={sent.busy} title={hint}>
        {words}
      </Btn>
    </Send>
  )
  const words = isToday
    ? (['replan', 'replanHint'] as const)
    : (['replanDay', 'replanDayHint'] as const)
  return (
    <ProposalStrip quiet label={t('plans:strip.label')} error={sent.error}>
      {counts.unassigned > 0 &&
        start(
          'fill',
          t('plans:strip.fill', { count: counts.unassigned }),
          t('plans:strip.fillHint'),
        )}
      {counts.placed > 0 &&
        start('replan', t(`plans:strip.${words[0]}`), t(`plans:strip.${words[1]}`))}
    </ProposalStrip>
  )
}

/** Somebody waits for it: how far it is, and the best so far. */
export function Running({ plan, day, mayDispatch }: Open) {
  const { t, format } = useWords()
  const sent = useSent()
  const { soFar, stopping, progress, status } = plan
  const figures: Figure[] = soFar
    ? figuresOf(
        { before: soFar.before, after: { ...soFar.best, km: soFar.before.km } },
        { t, format },
      )
        .filter(({ key }) => key !== 'km')
        .map(changed(t))
    : []
  const title =
    stopping && soFar
      ? t('plans:running.stopping')
      : t(status === 'waiting' ? 'plans:running.waiting' : 'plans:running.title')
  return (
    <ProposalStrip
      label={t('plans:strip.label')}
      title={title}
      progress={{ value: progress, label: t('plans:running.progress') }}
      figures={figures}
      error={sent.error}
    >
      <span className="muted xs">{t('plans:running.by', { name: plan.askedBy })}</span>
      {mayDispatch && (
        <>
          <Send sent={sent} action={`${pathOf(plan)}/dismissal?day=${day}`}>
            <Btn variant="quiet" disabled={sent.busy}>
              {t('plans:running.giveUp')}
            </Btn>
          </Send>
          <Send sent={sent} action={`${pathOf(plan)}/stop?day=${day}`}>
            <Btn disabled={sent.busy || stopping}>{t('plans:running.stop')}</Btn>
          </Send>
        </>
      )}
    </ProposalStrip>
  )
}

/** What is proposed, and what it gains. */
export function Ready({ plan, day, mayDispatch }: Open) {
  const { t, format } = useWords()
  const sent = useSent()
  const gain = plan.gain!
  const form = useAcceptKey(mayDispatch && !sent.busy)
  const figures = [
    ...figuresOf(gain, { t, format })
      .filter(
        ({ key, before, after }) => key === 'unserved' || (key !== 'minutes' && before !== after),
      )
      .map(changed(t)),
    { key: 'promised', term: t('plans:figure.promised'), value: 0 },
  ]
  return (
    <ProposalStrip
      label={t('plans:strip.label')}
      title={t('plans:ready.title', { gains: gainWords(gain, { t, format }) })}
      figures={figures}
      error={sent.error}
    >
      <BtnLink variant="quiet" href={`${pathOf(plan)}?day=${day}`}>
        {t('plans:ready.review', { count: plan.changes.length })}
      </BtnLink>
      {mayDispatch && (
        <>
          <Dismiss sent={sent} plan={plan} day={day} words={t('plans:ready.dismiss')} />
          <Send
            sent={sent}
            action={`${pathOf(plan)}/acceptance?day=${day}`}
            fields={{ all: 'yes' }}
            inside={form}
          >
            <Btn variant="go" keys="Shift Enter" disabled={sent.busy}>
              {t(sent.busy ? 'plans:ready.accepting' : 'plans:ready.accept')}
            </Btn>
          </Send>
        </>
      )}
    </ProposalStrip>
  )
}

/** Worked out, and nothing to be had. */
export function Nothing({ plan, day, mayDispatch }: Open) {
  const { t } = useWords()
  const sent = useSent()
  const left = plan.unplaced.length
  return (
    <ProposalStrip
      quiet
      label={t('plans:strip.label')}
      title={
        left > 0
          ? `${t('plans:nothing.title')} ${t('plans:nothing.unplaced', { count: left })}`
          : t('plans:nothing.title')
      }
      error={sent.error}
    >
      {left > 0 && (
        <BtnLink variant="quiet" href={`${pathOf(plan)}?day=${day}`}>
          {t('plans:nothing.why')}
        </BtnLink>
      )}
      {mayDispatch && (
        <Dismiss sent={sent} plan={plan} day={day} words={t('plans:nothing.close')} />
      )}
    </ProposalStrip>
  )
}

/** Nobody works on it any more. */
export function Failed({ plan, day, mayDispatch }: Open) {
  const { t } = useWords()
  const sent = useSent()
  return (
    <ProposalStrip
      icon="alert"
      label={t('plans:strip.label')}
      title={`${t('plans:failed.title')} ${t('plans:failed.hint')}`}
      error={sent.error}
    >
      {mayDispatch && (
        <>
          <Dismiss sent={sent} plan={plan} day={day} words={t('plans:ready.dismiss')} />
          <Send
            sent={sent}
            action={`/console/dispatch/plans?day=${day}`}
            fields={{ day, mode: plan.mode }}
          >
            <Btn icon="spark" disabled={sent.busy}>
              {t('plans:failed.again')}
            </Btn>
          </Send>
        </>
      )}
    </ProposalStrip>
  )
}

function Dismiss({
  sent,
  plan,
  day,
  words,
}: Pick<Open, 'plan' | 'day'> & { sent: ReturnType<typeof useSent>; words: string }) {
  return (
    <Send sent={sent} action={`${pathOf(plan)}/dismissal?day=${day}`}>
      <Btn disabled={sent.busy}>{words}</Btn>
    </Send>
  )
}

const pathOf = ({ id }: PlanView) => `/console/dispatch/plans/${id}`

const changed =
  (t: Translate) =>
  ({ key, term, before, after }: PlanFigure): Figure => ({
    key,
    term,
    value: before === after ? after : t('plans:figure.change', { from: before, to: after }),
  })

/** Shift and Enter take the whole proposal, wherever nothing is being typed. */
function useAcceptKey(active: boolean) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (!active) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !event.shiftKey || event.defaultPrevented) return
      if (event.isComposing || event.keyCode === 229 || isTyping(event.target)) return
      event.preventDefault()
      form.current?.requestSubmit()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [active])
  return form
}
