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
  const time = format.minutes(roughly(Math.abs(left)))
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

/** Days are counted in hours; minutes matter only in the last hour. */
const roughly = (minutes: number) => (minutes < 60 ? minutes : Math.floor(minutes / 60) * 60)
