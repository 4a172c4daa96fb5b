import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { type VisitOutcome, visitOutcomes } from '#db/vocabulary/work.ts'
import { reasonField } from '#app/domain/work/reason-field.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { CrewPage, CrewTop } from '#app/ui/crew/frame.tsx'
import { BigButton } from '#app/ui/crew/visit.tsx'
import { Bar } from '#app/ui/portal/buttons.tsx'
import { ErrorSummary, TextAreaField } from '#app/ui/portal/fields.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { HiddenFields } from '../kept/hidden-fields.tsx'
import { useEntryForm } from '../kept/use-kept.ts'
import type { Check } from './crew-visit.ts'
import { useDraft } from './draft.ts'
import { useHydrated } from './hydrated.ts'
import { LeftOut, LeftWithItem } from './left-out.tsx'
import { useVisit } from './loaded-visit.ts'
import { Recorded } from './recorded.tsx'

/**
 * Where the work is finished. On the phone it is a part of the visit's own page, which is there without a network;
 * without a script it is a page.
 */
export function useCompletionHref(): (outcome?: VisitOutcome) => string {
  const { id } = useVisit()
  const hydrated = useHydrated()
  return (outcome = 'done') =>
    hydrated ? `#completion-${outcome}` : `/crew/visits/${id}/completion?outcome=${outcome}`
}

const outcomeIn = (text: string | null) => visitOutcomes.find((one) => one === text)

/** How the visit is to end, while that part of its page is open. */
export function useOpenCompletion(): VisitOutcome | undefined {
  const { hash } = useLocation()
  const [, outcome = null] = /^#completion-(\w+)$/.exec(hash) ?? []
  return useHydrated() ? outcomeIn(outcome) : undefined
}

/** The same on the page of its own. */
export const useAskedOutcome = (): VisitOutcome =>
  outcomeIn(new URLSearchParams(useLocation().search).get('outcome')) ?? 'done'

/** What was done, and why what is still open was left out (VS-1). */
export function CompletionForm({ outcome, reply }: { outcome: VisitOutcome; reply?: unknown }) {
  const visit = useVisit()
  const { t } = useWords()
  const open = visit.checks.filter((item) => item.must && !item.done)
  const back = `/crew/visits/${visit.id}`
  const hydrated = useHydrated()
  const top = useRef<HTMLDivElement>(null)
  const draft = useDraft(visit.id, 'finish-workDone')
  const f = useEntryForm<string>('finish', visit.id, {
    defaults: outcome === 'done' ? {} : leftOutAs(open, t(`crew:cannot.leftOut.${outcome}`)),
    reply,
    submissionKey: visit.submissionKey,
    prepare: (form) => {
      if (outcome === 'taken_away') sameReasonForAll(open, form)
    },
    refuse: (form) =>
      open.every((item) => /\S/.test(typedIn(form, reasonField(item.id))))
        ? null
        : { refusal: 'checksMissing', values: {} },
    onKept: () => window.scrollTo({ top: 0 }),
  })
  const errors = [...(f.formError ? [{ href: '#finish', message: f.formError }] : []), ...f.errors]
  const told = errors.map(({ message }) => message).join()
  // What scrolling answers is no clean-up: newer browsers give a promise.
  useEffect(() => void window.scrollTo({ top: 0 }), [])
  useEffect(() => {
    if (told) top.current?.querySelector<HTMLElement>('[role=alert]')?.focus()
  }, [told])
  return (
    <>
      <header>
        <CrewTop back={{ href: hydrated ? '#main' : back, label: visit.name }} />
      </header>
      <CrewPage stack>
        <div ref={top}>
          <ErrorSummary title={(count) => t('common:problems', { count })} errors={errors} />
          <h1>{t(titles[outcome])}</h1>
        </div>
        <form className="stack" {...f.form}>
          <HiddenFields {...f.hidden} />
          <Recorded />
          <input type="hidden" name="outcome" value={outcome} />
          <TextAreaField
            {...f.field('workDone')}
            {...draft}
            errorPrefix={t('common:errorPrefix')}
            label={t(outcome === 'done' ? 'crew:completion.workDone' : 'crew:cannot.found')}
            hint={t(
              visit.hasEmail
                ? 'crew:completion.workDoneHint'
                : 'crew:completion.workDoneHintNoEmail',
            )}
            saved={t('crew:completion.saved')}
            rows={5}
            maxLength={4000}
          />
          {outcome === 'escalated' && (
            <TextAreaField
              {...f.field('needed')}
              errorPrefix={t('common:errorPrefix')}
              label={t('crew:cannot.needed')}
              hint={t('crew:cannot.neededHint')}
              rows={3}
              maxLength={1000}
            />
          )}
          {outcome === 'taken_away' ? (
            <LeftWithItem open={open} f={f} />
          ) : (
            <LeftOut open={open} f={f} />
          )}
          <Bar
            action={
              <>
                {f.problem && (
                  <Notice tone="trouble" icon="alert" alert>
                    {f.problem}
                  </Notice>
                )}
                <BigButton disabled={f.busy}>
                  {t(f.busy ? 'crew:visit.recording' : submits[outcome])}
                </BigButton>
              </>
            }
          />
        </form>
      </CrewPage>
    </>
  )
}

/** What couldn't be done here leaves its items open for that reason, unless another is written. */
const leftOutAs = (open: Check[], reason: string) =>
  Object.fromEntries(open.map(({ id }) => [reasonField(id), reason]))

/** What left the home leaves all its items open for one reason, which is typed once. */
function sameReasonForAll([first, ...others]: Check[], form: FormData) {
  if (!first) return
  const reason = typedIn(form, reasonField(first.id))
  for (const { id } of others) form.set(reasonField(id), reason)
}

const typedIn = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

const titles = {
  done: 'crew:completion.title',
  escalated: 'crew:cannot.titleEscalated',
  taken_away: 'crew:cannot.titleTaken',
} as const

const submits = {
  done: 'crew:completion.submit',
  escalated: 'crew:cannot.finishEscalated',
  taken_away: 'crew:cannot.finishTaken',
} as const
