import { useWords } from '#app/i18n/use-words.ts'
import { Tray } from '#app/ui/console/call.tsx'
import type { FollowUpKind } from '#db/vocabulary/follow-ups.ts'
import type { Skill } from '#db/vocabulary/visits.ts'
import type { WishPart, WishWay } from '#db/vocabulary/work.ts'
import { callAbout } from './call-about.ts'
import { callPath } from './call-paths.ts'
import { type Clock, FollowUpClock } from './clock.tsx'
import { useWishWords } from './wish-words.ts'

export interface CallsDueFacts {
  kind: FollowUpKind | null
  counts: { now: number; late: number; later: number }
  calls: {
    id: number
    kind: FollowUpKind
    name: string
    product: string
    skill: Skill | null
    attempts: number
    wishPart: WishPart
    wishWay: WishWay
    wishedAt: string | null
    dueAt: string
    notBefore: string
    clock: Clock
  }[]
}

/** The queue on the left: whom to call, the most urgent first. */
export function CallsDue({
  kind,
  counts,
  calls,
  current,
}: CallsDueFacts & { current: number | null }) {
  const { t, format } = useWords()
  const sayWish = useWishWords()
  return (
    <Tray
      label={t('followUps:tray')}
      title={t('followUps:trayTitle', { count: counts.now })}
      right={t('followUps:counts', counts)}
      items={calls.map((call) => ({
        key: String(call.id),
        href: callPath(call.id, kind),
        name: call.name,
        clock: <FollowUpClock {...call} />,
        what: `${callAbout(t, call.kind, call.skill)} · ${call.product}`,
        note: [
          t('followUps:attemptNo', { count: call.attempts + 1 }),
          call.wishedAt
            ? t('calls:askedFor', { when: format.moment(call.wishedAt) })
            : sayWish({ part: call.wishPart, way: call.wishWay }),
        ]
          .filter(Boolean)
          .join(' · '),
        current: call.id === current,
      }))}
    />
  )
}
