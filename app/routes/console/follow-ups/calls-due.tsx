import { useWords } from '#app/i18n/use-words.ts'
import { Tray } from '#app/ui/console/call.tsx'
import type { WishPart, WishWay } from '#db/vocabulary/work.ts'
import { type Clock, FollowUpClock } from './clock.tsx'
import { useWishWords } from './wish-words.ts'

export interface CallsDueFacts {
  counts: { now: number; late: number; later: number }
  calls: {
    id: number
    name: string
    product: string
    skill: 'delivery' | 'install' | 'repair' | 'survey'
    attempts: number
    wishPart: WishPart
    wishWay: WishWay
    dueAt: string
    notBefore: string
    clock: Clock
  }[]
}

/** The queue on the left: whom to call, the most urgent first. */
export function CallsDue({ counts, calls, current }: CallsDueFacts & { current: number | null }) {
  const { t } = useWords()
  const sayWish = useWishWords()
  return (
    <Tray
      label={t('followUps:tray')}
      title={t('followUps:trayTitle', { count: counts.now })}
      right={t('followUps:counts', counts)}
      items={calls.map((call) => ({
        key: String(call.id),
        href: `/console/follow-ups/${call.id}`,
        name: call.name,
        clock: <FollowUpClock {...call} />,
        what: `${t(`followUps:about.${call.skill}`)} · ${call.product}`,
        note: [
          t('followUps:attemptNo', { count: call.attempts + 1 }),
          sayWish({ part: call.wishPart, way: call.wishWay }),
        ]
          .filter(Boolean)
          .join(' · '),
        current: call.id === current,
      }))}
    />
  )
}
