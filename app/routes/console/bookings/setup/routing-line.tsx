import type { RoutingCheck } from '#app/domain/travel/routing-check.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Warn } from '#app/ui/console/sections.tsx'

/** Whether the routing server that is set answers now; nothing where none is. */
export function RoutingLine({ check }: { check: RoutingCheck | null }) {
  const { t } = useWords()
  if (!check) return null
  if (check.state !== 'answers') {
    return (
      <Warn tone={check.state === 'silent' ? 'bad' : 'waiting'} icon="alert">
        <p>{t(`roster:travel.check.${check.state}`)}</p>
      </Warn>
    )
  }
  const km = (of: { km: number }) => of.km.toFixed(1)
  return (
    <Warn tone="good" icon="check">
      <p>
        {t('roster:travel.check.answers', {
          minutes: check.minutes,
          km: km(check),
          guessMinutes: check.estimate.minutes,
          guessKm: km(check.estimate),
        })}
      </p>
    </Warn>
  )
}
