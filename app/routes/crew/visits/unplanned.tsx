import { useWords } from '#app/i18n/use-words.ts'
import { Cannot } from './cannot.tsx'
import type { CrewVisit } from './crew-visit.ts'
import { DamageForm } from './damage.tsx'
import { ExtraForm, undecided } from './extras.tsx'
import { LateForm } from './late-form.tsx'
import { useVisit } from './loaded-visit.ts'
import { NoShowForm } from './no-show.tsx'
import { openPause, PauseForm } from './pause.tsx'
import { useAnswered } from './visit-form.tsx'
import { Way, Ways } from './way.tsx'

/** What changes when one of these was recorded. */
const recordedOf = ({ stage, delay, pauses, damages, extras, taken }: CrewVisit) =>
  [stage, delay?.at, pauses.length, damages.length, extras.length, taken.length].join()

/** All that wasn't planned, behind one line. */
export function Unplanned() {
  const visit = useVisit()
  const { t } = useWords()
  const answered = useAnswered([
    ...['late', 'no_show', 'tried', 'damage', 'pause', 'extra', 'custody-repair'],
  ])
  const { stage, hotline, delay } = visit
  const ahead = stage === 'confirmed' || stage === 'on_the_way'
  const here = stage === 'arrived' || stage === 'working'
  const working = stage === 'working' && !openPause(visit)
  return (
    <Ways title={t('crew:unplanned.title')} open={answered} recorded={recordedOf(visit)}>
      {ahead && (
        <Way title={t(delay ? 'crew:late.again' : 'crew:late.title')} icon="clock" of="late">
          <LateForm />
        </Way>
      )}
      {working && (
        <Way title={t('crew:pause.title')} icon="half" of="pause">
          <PauseForm />
        </Way>
      )}
      {here && !undecided(visit) && (
        <Way title={t('crew:extra.title')} icon="plus" of="extra">
          <ExtraForm />
        </Way>
      )}
      {here && (
        <Way title={t('crew:damage.title')} icon="crack" of="damage">
          <DamageForm />
        </Way>
      )}
      {stage === 'arrived' && (
        <Way title={t('crew:noShow.title')} icon="door" of="no_show">
          <NoShowForm />
        </Way>
      )}
      {working && (
        <Way title={t('crew:cannot.title')} icon="wrench" of="custody-repair">
          <Cannot />
        </Way>
      )}
      <a className="turn turn--call" href={`tel:${hotline.replace(/[^\d+]/g, '')}`}>
        {t('crew:unplanned.dispatch', { hotline })}
      </a>
    </Ways>
  )
}
