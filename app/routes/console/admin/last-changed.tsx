import type { LastChange } from '#app/domain/settings/last-changes.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Ago } from '#app/ui/console/page.tsx'

/** Who changed a setting last, and when. */
export function LastChanged({ change }: { change: LastChange | null | undefined }) {
  const { t, format } = useWords()
  if (!change) return <span className="muted">{t('settings:never')}</span>
  return (
    <>
      {change.by ?? t('settings:system')}{' '}
      <span className="muted">
        <Ago iso={change.at} exact={format.moment(change.at)}>
          {format.distance(change.at)}
        </Ago>
      </span>
    </>
  )
}
