import type { CalendarView, OfferedWindow } from '#app/domain/bookings/index.server.ts'
import { civilDays } from '#app/i18n/civil-days.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Calendar, type WindowOption, WindowOptions } from '#app/ui/portal/calendar.tsx'

/** Two weeks of days; each with something free leads to its windows, which stand at `#windows`. */
export function FreeDays({
  view,
  dayHref,
  weeksHref,
}: {
  view: CalendarView
  /** The page with this day's windows. */
  dayHref: (day: string) => string
  /** The page with the two weeks that begin on this Monday. */
  weeksHref: (monday: string) => string
}) {
  const { t, locale } = useWords()
  const civil = civilDays(locale)
  const days = view.weeks.flat()
  return (
    <Calendar
      caption={civil.span(days[0]!.day, days.at(-1)!.day)}
      weekdays={days.slice(0, 7).map(({ day }) => civil.weekday(day))}
      weeks={view.weeks.map((week) =>
        week.map(({ day, free }) => ({
          day,
          date: Number(day.slice(8)),
          month: day.endsWith('-01') ? civil.month(day) : undefined,
          chosen: day === view.day,
          free:
            free > 0
              ? {
                  href: `${dayHref(day)}#windows`,
                  words: t('book:calendar.windows', { count: free }),
                  label: t('book:calendar.dayWith', { day: civil.day(day), count: free }),
                }
              : undefined,
        })),
      )}
      noneWord={t('book:calendar.none')}
      hint={t('book:calendar.hint')}
      pages={[
        ...(view.earlier
          ? [{ href: weeksHref(view.earlier), label: t('book:calendar.earlier') }]
          : []),
        ...(view.later ? [{ href: weeksHref(view.later), label: t('book:calendar.later') }] : []),
      ]}
    />
  )
}

/** The windows of the calendar's day, one to choose. */
export function DayWindows({
  view,
  chosen,
  error,
  name = 'window',
}: {
  view: CalendarView
  chosen?: number
  error?: string
  name?: string
}) {
  const { t, locale } = useWords()
  const option = useWindowOption()
  if (view.day === null) return null
  return (
    <WindowOptions
      id="windows"
      name={name}
      legend={t('book:calendar.when', { day: civilDays(locale).day(view.day) })}
      error={error}
      errorPrefix={t('common:errorPrefix')}
      options={view.windows.map((window) => ({
        ...option(window),
        checked: window.id === chosen,
      }))}
    />
  )
}

/** A window as an option: its hours, which part of the day that is, how many places are left. */
export function useWindowOption(): (window: OfferedWindow) => WindowOption {
  const { t, format } = useWords()
  return ({ id, start, end, places }) => ({
    value: id,
    time: format.span(start, end),
    text: t(`book:calendar.part.${partOf(format.time(start))}`),
    left: {
      words: t(places === 1 ? 'book:calendar.lastPlace' : 'book:calendar.places', {
        count: places,
      }),
      last: places === 1,
    },
    data: {
      'data-start': start,
      'data-end': end,
      'data-day': format.day(start),
      'data-time': format.span(start, end),
    },
  })
}

const parts = [
  ['10:00', 'earlyMorning'],
  ['12:00', 'lateMorning'],
  ['15:00', 'earlyAfternoon'],
  ['18:00', 'lateAfternoon'],
] as const

const partOf = (time: string) => parts.find(([before]) => time < before)?.[1] ?? 'evening'
