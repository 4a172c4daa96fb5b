import { bookLater } from '#app/domain/bookings/booking-steps.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { type WindowOption, WindowOptions } from '#app/ui/portal/calendar.tsx'
import { useWindowOption } from '../../book/free-windows.tsx'
import type { VisitPage } from './visit-page.server.ts'

type Linked = NonNullable<VisitPage['linked']>

/** BK-1: what becomes of the visit that follows the one that moves; none is chosen that could not be. */
export function LinkedWindows({
  page,
  linked,
  chosen,
  chosenFirst,
  error,
}: {
  page: VisitPage
  linked: Linked
  chosen: string | undefined
  /** When the window ends that was chosen for the visit before it. */
  chosenFirst: string | undefined
  error: string | undefined
}) {
  const { t, format } = useWords()
  const option = useWindowOption()
  const service = t(`book:service.${linked.service}`)
  const first = t(`book:service.${page.visit.service}`)
  const fits = (start: string) => chosenFirst === undefined || start >= chosenFirst
  const span = format.span(linked.start, linked.end)
  const day = format.day(linked.start)
  const keep: WindowOption = {
    value: 'keep',
    title: t('track:visits.window.keep', { day, span }),
    text: t('track:visits.window.keepText'),
    checked: chosen === 'keep' && fits(linked.start),
    data: {
      'data-start': linked.start,
      'data-end': linked.end,
      'data-day': day,
      'data-time': span,
    },
  }
  return (
    <WindowOptions
      id="install"
      name="install"
      legend={t('track:visits.window.linked', { service })}
      hint={t('track:visits.window.linkedHint', { service, first })}
      error={error}
      errorPrefix={t('common:errorPrefix')}
      options={[
        ...(linked.mayStay ? [keep] : []),
        ...linked.windows.map((window) => ({
          ...option(window),
          day: format.day(window.start),
          checked: chosen === String(window.id) && fits(window.start),
        })),
        {
          value: bookLater,
          title: t('book:time.later'),
          text: t('track:visits.window.laterText', { service, day, span }),
          checked: chosen === bookLater,
        },
      ]}
    />
  )
}
