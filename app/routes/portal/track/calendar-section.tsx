import { useWords } from '#app/i18n/use-words.ts'
import type { calendarAddress } from '#app/routes/calendar-address.server.ts'
import { CalendarFeed } from '#app/routes/calendar-feed.tsx'
import { ButtonLink } from '#app/ui/portal/buttons.tsx'

export interface CalendarOfTicket {
  /** Whether a visit is still to come. */
  toCome: boolean
  feed: ReturnType<typeof calendarAddress>
}

/** The visits in the customer's own calendar: once, as a file, or for good, by a secret address. */
export function CalendarSection({
  calendar,
  token,
}: {
  calendar: CalendarOfTicket
  token: string
}) {
  const { t } = useWords()
  if (!calendar.toCome && !calendar.feed) return null
  return (
    <section className="stack" aria-labelledby="calendar">
      <h2 id="calendar">{t('calendar.title')}</h2>
      {calendar.toCome && (
        <ButtonLink href={`/track/${token}/calendar.ics`} icon="calendar">
          {t('calendar.file')}
        </ButtonLink>
      )}
      <p className="small muted">{t('calendar.why')}</p>
      <CalendarFeed feed={calendar.feed} action={`/track/${token}/calendar`} />
    </section>
  )
}
