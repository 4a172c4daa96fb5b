import { useWords } from '#app/i18n/use-words.ts'
import { ClockChip } from '#app/ui/console/status.tsx'
import type { Due } from './case-look.ts'

/** The time left to decide, or since when it is over; the exact instant on hover. */
export function DueClock({ due, dueAt }: { due: Due; dueAt: string }) {
  const { t, format } = useWords()
  const { state, minutes, used } = due
  const time =
    minutes < 48 * 60
      ? format.minutes(minutes)
      : t('returns:case.days', { count: Math.floor(minutes / 1440) })
  return (
    <ClockChip
      state={state}
      used={used}
      title={t('returns:case.due', { when: format.moment(dueAt) })}
    >
      {t(state === 'over' ? 'returns:case.over' : 'returns:case.left', { time })}
    </ClockChip>
  )
}
