import { useWords } from '#app/i18n/use-words.ts'
import { Track } from '#app/ui/crew/visit.tsx'
import { useVisit } from './loaded-visit.ts'

const stepNames = ['set_out', 'arrived', 'started', 'finished', 'signed'] as const

/** How far the visit is, with the times of its steps (VS-2). */
export function Progress() {
  const { times, signed } = useVisit()
  const { t, format } = useWords()
  const at = [...times, signed?.at ?? null]
  const reached = at.filter((time) => time !== null).length
  // The step one is in is the last one taken; at the end, the one that is owed.
  const current = reached === 4 ? 4 : reached - 1
  return (
    <Track
      label={t('crew:visit.track')}
      steps={stepNames.map((step, index) => {
        const time = at[index]
        const past = index < current || reached === 5
        return {
          label: t(`words:step.${step}`),
          state: past ? 'past' : index === current ? 'current' : 'later',
          ...(time ? { at: format.time(time), iso: time } : {}),
        }
      })}
    />
  )
}
