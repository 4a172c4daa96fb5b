import { bookLater } from '#app/domain/bookings/booking-steps.ts'
import { civilDays } from '#app/i18n/civil-days.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { WindowOptions } from '#app/ui/portal/calendar.tsx'
import { useWindowOption } from './free-windows.tsx'
import type { TimePage } from './page.server.ts'
import { type StepProps, useError } from './step.tsx'

/** BK-1: the installation together with its delivery, never before it. */
export function InstallChoice({
  time,
  offer,
  ...props
}: StepProps & { time: TimePage; offer: NonNullable<TimePage['offer']> }) {
  const { t, format, locale } = useWords()
  const error = useError(props)('install')
  const option = useWindowOption()
  const { view, nearest, installChosen } = time
  const day = nearest[0]?.day ?? view.day
  const chosen = offer.options.some(({ id }) => String(id) === installChosen)
  return (
    <WindowOptions
      id="install"
      name="install"
      legend={t('book:time.install')}
      hint={t('book:time.installHint', { minutes: format.minutes(offer.minutes) })}
      error={error}
      errorPrefix={t('common:errorPrefix')}
      options={[
        ...offer.options.map((window) => ({
          ...option(window),
          day: window.day === day ? t('book:time.sameDay') : civilDays(locale).day(window.day),
          ...(window.day === day ? { text: t('book:time.sameDayText') } : {}),
          checked: String(window.id) === installChosen,
        })),
        {
          value: bookLater,
          title: t('book:time.later'),
          text: t('book:time.laterText'),
          checked: !chosen,
        },
      ]}
    />
  )
}
