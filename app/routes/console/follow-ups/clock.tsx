import { useWords } from '#app/i18n/use-words.ts'
import { ClockChip } from '#app/ui/console/status.tsx'

export interface Clock {
  state: 'held' | 'over' | 'risk' | 'ok'
  minutes: number
  used: number
  today: boolean
}

/** The time left for a call, or since when it is late, or from when it may be made. */
export function FollowUpClock({
  clock,
  dueAt,
  notBefore,
}: {
  clock: Clock
  dueAt: string
  notBefore: string
}) {
  const { t, format } = useWords()
  const { state, minutes, used, today } = clock
  const time =
    minutes < 60
      ? format.minutes(minutes)
      : minutes < 48 * 60
        ? t('followUps:clock.hours', { count: Math.floor(minutes / 60) })
        : t('followUps:clock.days', { count: Math.floor(minutes / 1440) })
  return (
    <ClockChip
      state={state}
      used={used}
      title={t('followUps:clock.due', { when: format.moment(dueAt) })}
    >
      {state === 'held'
        ? t('followUps:clock.held', {
            when: today ? format.time(notBefore) : format.day(notBefore),
          })
        : t(state === 'over' ? 'followUps:clock.over' : 'followUps:clock.left', { time })}
    </ClockChip>
  )
}
