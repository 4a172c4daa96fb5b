import type { VisitMarkKind } from '#db/vocabulary/visits.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Chip } from '#app/ui/portal/notices.tsx'
import { fieldOf } from './kept/entry.ts'
import type { Folded } from './kept/fold.ts'
import { instantAt } from './kept/instant-at.ts'
import { isAhead, stageLook, stageWord } from './stage.ts'
import type { TodayStop } from './stop-view.server.ts'

const markWords = {
  parts_short: 'crew:marks.parts',
  site_not_ready: 'crew:marks.site',
} as const satisfies Record<VisitMarkKind, string>

/** How a stop stands, and what one has to know of it before one sets out. */
export function StopMarks({ stop, next = false }: { stop: TodayStop; next?: boolean }) {
  const { t, format } = useWords()
  const { stage, skill, marks, expectedAt, resting } = stop
  const ahead = isAhead(stage)
  const looks = next ? ({ tone: 'active', icon: 'half' } as const) : stageLook[stage]
  return (
    <span className="chips">
      {resting && stage === 'working' ? (
        <Chip tone="waiting" icon="clock">
          {t('crew:marks.resting')}
        </Chip>
      ) : (
        <Chip {...looks}>
          {next && stage === 'confirmed' ? t('crew:today.next') : stageWord(t, stage, skill)}
        </Chip>
      )}
      {ahead &&
        marks.map((kind) => (
          <Chip key={kind} tone="trouble" icon="alert">
            {t(markWords[kind])}
          </Chip>
        ))}
      {ahead && expectedAt && (
        <Chip tone="waiting" icon="clock">
          {t('crew:marks.late', { time: format.time(expectedAt) })}
        </Chip>
      )}
    </span>
  )
}

/** When the crew is to be there, beside the window; told late, the customer reckons with another time. */
export function BeThere({ stop: { stage, planned, expectedAt } }: { stop: TodayStop }) {
  const { t, format } = useWords()
  if (!planned || expectedAt || !isAhead(stage)) return null
  return <>{t('crew:today.beThere', { time: format.time(planned) })}</>
}

/** The same with what was recorded on this phone since. */
export function marksAfter(stop: TodayStop, entries: readonly Folded[], zone: string): TodayStop {
  return entries.reduce((now, entry) => {
    if (entry.kind === 'pause') return { ...now, resting: true }
    if (entry.kind === 'resume') return { ...now, resting: false }
    if (entry.kind !== 'late') return now
    return { ...now, expectedAt: instantAt(now.start, fieldOf(entry, 'expected'), zone) }
  }, stop)
}
