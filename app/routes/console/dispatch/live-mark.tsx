import { useLocation } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { Status, type StatusLook } from '#app/ui/console/status.tsx'
import type { Standing } from '../live/follow.ts'
import { LoadAhead } from './load-ahead.tsx'

const look = {
  live: { tone: 'done', icon: 's-ok' },
  connecting: { tone: 'waiting', icon: 's-going' },
  away: { tone: 'trouble', icon: 's-risk' },
  signed_out: { tone: 'trouble', icon: 'lock' },
} as const satisfies Record<Standing, StatusLook>

/** Whether the board before one's eyes is kept true. */
export function LiveMark({ standing }: { standing: Standing }) {
  const { t } = useWords()
  const { pathname, search } = useLocation()
  return (
    <span role="status" className="live-mark" title={t(`visits:live.${standing}Hint`)}>
      <Status {...look[standing]}>
        {t(`visits:live.${standing}`)}
        {standing === 'signed_out' && (
          <a href={`/sign-in?next=${encodeURIComponent(pathname + search)}`}>
            {t('visits:live.signIn')}
          </a>
        )}
      </Status>
      <LoadAhead />
    </span>
  )
}
