import { useWords } from '#app/i18n/use-words.ts'
import { Crumb } from '#app/ui/console/page.tsx'

/** Where a page of the roster or of the setup stands. */
export function BookingsCrumb({
  under,
  more = [],
}: {
  under?: 'roster' | 'setup'
  more?: { href: string; label: string }[]
}) {
  const { t } = useWords()
  const bookings = { href: '/console/bookings', label: t('bookings:title') }
  const above = {
    none: [bookings],
    roster: [bookings, { href: '/console/bookings/roster', label: t('roster:roster') }],
    setup: [{ href: '/console/bookings/setup', label: t('roster:setup') }],
  }[under ?? 'none']
  return <Crumb label={t('roster:crumb')} items={[...above, ...more]} />
}
