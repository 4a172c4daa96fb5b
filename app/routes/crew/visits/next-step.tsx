import { useWords } from '#app/i18n/use-words.ts'
import { Bar, ButtonLink } from '#app/ui/portal/buttons.tsx'
import { hasTapStep, tapStep } from '../stage.ts'
import { StepForm } from '../step-form.tsx'
import { useVisit } from './loaded-visit.ts'

/** The one big button. */
export function NextStep() {
  const { id, stage, checks } = useVisit()
  const { t } = useWords()
  const path = `/crew/visits/${id}`
  if (!hasTapStep(stage)) {
    const left = checks.filter((item) => item.must && !item.done).length
    return (
      <Bar
        action={
          <ButtonLink
            variant="primary"
            big
            href={`${path}/completion`}
            note={left > 0 && t('crew:visit.mustLeft', { count: left })}
          >
            {t('crew:visit.finish')}
          </ButtonLink>
        }
      />
    )
  }
  return <Bar action={<StepForm path={path} step={tapStep[stage]} />} />
}
