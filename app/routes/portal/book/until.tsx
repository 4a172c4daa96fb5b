import type { Service } from '#db/vocabulary/bookings.ts'
import { useWords } from '#app/i18n/use-words.ts'

/** Until when the customer may change each visit; said once where it is the same for all. */
export function Until({
  visits,
}: {
  visits: { id: number; service: Service; until: string | null }[]
}) {
  const { t, format } = useWords()
  const same = new Set(visits.map(({ until }) => until)).size === 1
  return (same ? visits.slice(0, 1) : visits).map(
    ({ id, service, until }) =>
      until && (
        <p key={id}>
          {t(same ? 'book:sent.until' : 'book:sent.untilOf', {
            service: t(`book:service.${service}`),
            until: format.moment(until),
          })}
        </p>
      ),
  )
}
