import { useWords } from '#app/i18n/use-words.ts'
import { Status } from '#app/ui/console/status.tsx'
import { promiseLook } from './promise-look.ts'
import type { PromiseView } from './promise-view.server.ts'

/** What became of a promise, in shape and words; of an open one how it stands by now. */
export function PromiseOutcomeStatus({ promise }: { promise: PromiseView }) {
  const { t, format } = useWords()
  const { outcome, breach, soFar, minutesLate } = promise
  const late = minutesLate !== null && t('promises:lateBy', { time: format.minutes(minutesLate) })
  const now =
    soFar === 'arrived'
      ? late || t('promises:arrivedInTime')
      : soFar === 'over' && t('promises:windowOver')
  return (
    <Status {...promiseLook[breach === 'missed' ? 'missed' : outcome]}>
      {t(`promises:outcome.${outcome}`)}
      {breach && t('crew:comma')}
      {breach === 'missed' && t('promises:breach.missed')}
      {breach === 'late' && (late || t('promises:breach.late'))}
      {now && `${t('crew:comma')}${now}`}
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
