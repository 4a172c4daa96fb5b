import { useWords } from '#app/i18n/use-words.ts'
import { Warn } from '#app/ui/console/sections.tsx'
import { Tag } from '#app/ui/console/status.tsx'
import type { CrewsView } from './crews-view.server.ts'

/** Nobody can come, or not in time. */
export function NoCrew({ windowOver }: { windowOver: boolean }) {
  const { t } = useWords()
  return (
    <Warn icon="alert">
      <b>{t('visits:assign.none')}</b>
      <p>{windowOver ? t('visits:assign.over') : t('visits:assign.noneHint')}</p>
    </Warn>
  )
}

/** Who can't come, and why (DS-1). */
export function BusyCrews({
  busy,
  why,
  open,
}: {
  busy: CrewsView['busy']
  why: (crew: CrewsView['busy'][number]) => string
  open: boolean
}) {
  const { t } = useWords()
  if (busy.length === 0) return null
  return (
    <details className="mt" open={open}>
      <summary className="muted">{t('visits:assign.notFree')}</summary>
      <ul className="mt">
        {busy.map((crew) => (
          <li key={crew.id} className="muted">
            {crew.name} <Tag>{why(crew)}</Tag>
          </li>
        ))}
      </ul>
    </details>
  )
}
