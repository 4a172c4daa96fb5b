import { useWords } from '#app/i18n/use-words.ts'
import { Bar, ButtonLink } from '#app/ui/portal/buttons.tsx'
import { hasTapStep, tapStep } from '../stage.ts'
import { StepForm } from '../step-form.tsx'
import { useCompletionHref } from './completion-form.tsx'
import type { CrewVisit } from './crew-visit.ts'
import { extraId, undecided } from './extras.tsx'
import { stillAway } from './give-back.tsx'
import { mayCheck, nextCheck } from './inspections.tsx'
import { useVisit } from './loaded-visit.ts'
import { originalIsOwed } from './original.tsx'
import { openPause, ResumeForm } from './pause.tsx'

/** The one big button. */
export function NextStep() {
  const visit = useVisit()
  const { t } = useWords()
  const { id, stage } = visit
  if (hasTapStep(stage)) {
    return <Bar action={<StepForm id={id} step={tapStep[stage]} />} />
  }
  if (openPause(visit)) return <Bar action={<ResumeForm />} />
  const extra = undecided(visit)
  if (extra) {
    return <Jump to={`#${extraId(extra)}-ask`}>{t('crew:extra.next')}</Jump>
  }
  if (originalIsOwed(visit)) return <Jump to="#original">{t('crew:original.next')}</Jump>
  return <LastStep visit={visit} />
}

/** The work is checked where its service asks for it, and finished. */
function LastStep({ visit }: { visit: CrewVisit }) {
  const { t } = useWords()
  const completion = useCompletionHref()
  const left = visit.checks.filter((item) => item.must && !item.done).length
  const away = stillAway(visit).length
  const note =
    left > 0
      ? t('crew:visit.mustLeft', { count: left })
      : away > 0 && t('crew:giveBack.left', { count: away })
  const takes = visit.taken.some(({ purpose }) => purpose === 'repair')
  const check = takes ? undefined : nextCheck(visit)
  if (check) {
    const mine = mayCheck(check, visit)
    return (
      <Jump to="#inspection" note={mine && note} quiet={!mine}>
        {mine || check === 'self'
          ? t(`crew:inspection.next.${check}`)
          : t(`crew:inspection.waits.${check}`)}
      </Jump>
    )
  }
  return (
    <Bar
      action={
        <ButtonLink
          variant="primary"
          big
          href={completion(takes ? 'taken_away' : 'done')}
          note={note}
        >
          {t(takes ? 'crew:cannot.finishTaken' : 'crew:visit.finish')}
        </ButtonLink>
      }
    />
  )
}

/** What comes next is further up on the page. */
function Jump({
  to,
  note,
  quiet = false,
  children,
}: {
  to: string
  note?: string | false
  quiet?: boolean
  children: string
}) {
  return (
    <Bar
      action={
        <ButtonLink variant={quiet ? 'plain' : 'primary'} big href={to} note={note}>
          {children}
        </ButtonLink>
      }
    />
  )
}
