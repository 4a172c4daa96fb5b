import { useWords } from '#app/i18n/use-words.ts'
import { ClockChip } from '#app/ui/console/status.tsx'

/** What is left of the days in which delivery is to be agreed (BK-5), as it stood when the page was made. */
export interface PromiseView {
  agreeBy: string
  /** Minutes; below zero once it is over. */
  left: number
  /** Percent of the time. */
  used: number
}

export function promiseOf(
  { readyAt, agreeBy }: { readyAt: Date | null; agreeBy: Date | null },
  now: Date,
): PromiseView | null {
  if (!readyAt || !agreeBy) return null
  const left = agreeBy.getTime() - now.getTime()
  return {
    agreeBy: agreeBy.toISOString(),
    left: Math.round(left / 60_000),
    used: Math.round(100 - (100 * left) / Math.max(1, agreeBy.getTime() - readyAt.getTime())),
  }
}

export function PromiseClock({ promise: { agreeBy, left, used } }: { promise: PromiseView }) {
  const { t, format } = useWords()
  const time = useTimeWords()(Math.abs(left))
  return (
    <ClockChip
      state={left < 0 ? 'over' : used > 66 ? 'risk' : 'ok'}
      used={used}
      title={format.moment(agreeBy)}
    >
      {left < 0 ? t('orders:list.over', { time }) : t('orders:list.left', { time })}
    </ClockChip>
  )
}

/** Days and hours; minutes matter only in the last hour. */
function useTimeWords() {
  const { t, format } = useWords()
  return (minutes: number) => {
    if (minutes < 60) return format.minutes(minutes)
    const hours = Math.floor(minutes / 60)
    if (hours < 24) return format.minutes(hours * 60)
    const days = t('orders:list.days', { count: Math.floor(hours / 24) })
    return hours % 24 === 0 ? days : `${days} ${format.minutes((hours % 24) * 60)}`
  }
}

/** The day the contract names for its delivery is over. */
export function DatePassed() {
  const { t } = useWords()
  return <ClockChip state="over">{t('orders:list.datePassed')}</ClockChip>
}
