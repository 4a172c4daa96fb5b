import { useWords } from '#app/i18n/use-words.ts'
import { Status } from '#app/ui/console/status.tsx'
import { promiseLook } from './promise-look.ts'
import type { PromiseView } from './promise-view.server.ts'

/** What became of a promise, in shape and words; of an open one how it stands by now. */
export function PromiseOutcomeStatus({ promise }: { promise: PromiseView }) {
  const { t, format } = useWords()
  const { outcome, breach, soFar, minutesLate } = promise
  const time = minutesLate !== null && format.minutes(minutesLate)
  if (soFar) {
    return (
      <Status {...promiseLook[soFar === 'in_time' ? 'in_time' : 'at_risk']}>
        {soFar === 'in_time' && t('promises:arrivedInTime')}
        {soFar === 'over' && t('promises:windowOver')}
        {time && t('promises:arrivedLate', { time })}
      </Status>
    )
  }
  return (
    <Status {...promiseLook[breach === 'missed' ? 'missed' : outcome]}>
      {t(`promises:outcome.${outcome}`)}
      {breach && t('comma')}
      {breach === 'missed' && t('promises:breach.missed')}
      {breach === 'late' && (time ? t('promises:lateBy', { time }) : t('promises:breach.late'))}
    </Status>
  )
}

/** Who told the customer, and when. */
export function PromisedBy({ promise }: { promise: Pick<PromiseView, 'madeBy' | 'madeAt'> }) {
  const { t, format } = useWords()
  const at = format.moment(promise.madeAt)
  return promise.madeBy === null
    ? t('promises:byCustomer', { at })
    : t('promises:by', { name: promise.madeBy, at })
}
