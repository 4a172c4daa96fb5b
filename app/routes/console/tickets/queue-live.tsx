import { useEffect, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { ConsoleIcon } from '#app/ui/icons.tsx'
import { follow } from '../live/follow.ts'
import { useLoads } from '../live/use-loads.ts'

interface Heard {
  changed: ReadonlySet<string>
  fresh: ReadonlySet<string>
  /** While the connection was lost nobody knows. */
  maybe: boolean
}

const nothing: Heard = { changed: new Set(), fresh: new Set(), maybe: false }

/** What has changed since the queue was loaded; the rows stay where they are until it is asked for. */
export function QueueLive({ rows, loadedAt }: { rows: { number: string }[]; loadedAt: string }) {
  const { t } = useWords()
  const load = useLoads()
  const [heard, setHeard] = useState(nothing)
  useEffect(() => {
    setHeard(nothing)
    let begun = false
    return follow('/resources/desk', {
      standing: () => {},
      heard(event, data) {
        if (event === 'missed' || (event === 'hello' && begun)) {
          setHeard((before) => ({ ...before, maybe: true }))
        }
        if (event === 'hello') begun = true
        if (event !== 'change') return
        const told = JSON.parse(data) as { number: string; createdAt: string }[]
        setHeard((before) => withTold(before, told, rows, loadedAt))
      },
    })
  }, [rows, loadedAt])
  const { changed, fresh, maybe } = heard
  const words = [
    changed.size > 0 && t('desk:queue.changed', { count: changed.size }),
    fresh.size > 0 && t('desk:queue.fresh', { count: fresh.size }),
    changed.size + fresh.size === 0 && maybe && t('desk:queue.maybe'),
  ].filter((part) => part !== false)
  return (
    <div role="status" className="live-queue">
      {words.length > 0 && (
        <>
          <ConsoleIcon name="bell" small />
          <span>{words.join(t('desk:queue.and'))}</span>
          <Btn type="button" size="in" onClick={() => load()}>
            {t('desk:queue.show')}
          </Btn>
        </>
      )}
    </div>
  )
}

function withTold(
  before: Heard,
  told: { number: string; createdAt: string }[],
  rows: { number: string }[],
  loadedAt: string,
): Heard {
  const changed = new Set(before.changed)
  const fresh = new Set(before.fresh)
  for (const { number, createdAt } of told) {
    if (rows.some((row) => row.number === number)) changed.add(number)
    else if (createdAt > loadedAt) fresh.add(number)
  }
  return { ...before, changed, fresh }
}
