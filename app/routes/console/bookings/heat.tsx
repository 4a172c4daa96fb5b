import type { Service } from '#db/vocabulary/bookings.ts'
import type { Locale } from '#db/vocabulary/locales.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { type HeatCell, type HeatLook, HeatTable } from '#app/ui/console/capacity.tsx'
import type { ConsoleIconName } from '#app/ui/icons.tsx'
import { withinDay } from '../civil-day.ts'
import type { HeatView, HeatWindow } from './heat-view.server.ts'
import { useCells } from './use-cells.ts'

export const serviceIcons: Record<Service, ConsoleIconName> = {
  delivery: 'truck',
  install: 'wrench',
  survey: 'ruler',
  repair: 'wrench',
}

/** What matters most about a window decides how its cell looks. */
export function lookOf(window: HeatWindow): HeatLook {
  if (window.stranded > 0) return 'stranded'
  if (window.overbooked > 0) return 'over'
  if (window.closed) return 'shut'
  if (window.places === 0) return window.worked ? 'full' : 'none'
  if (window.left + window.held === 0) return 'full'
  if (window.booked === 0) return 'h0'
  const share = window.booked / window.places
  return share <= 0.3 ? 'h1' : share <= 0.6 ? 'h2' : 'h3'
}

/** The capacity of two weeks; arrow keys walk its cells. */
export function Heat({
  view: { days, groups },
  area,
  today,
  chosen,
  hrefOf,
}: {
  view: HeatView
  area: string
  today: string
  chosen: number | null
  hrefOf: (window: number) => string
}) {
  const { t, locale } = useWords()
  const cellOf = useHeatCell()
  const shown = groups.map((group) => ({
    key: group.service,
    icon: serviceIcons[group.service],
    name: t(`words:skill.${group.service}`),
    note: t('bookings:heat.most', { count: group.most }),
    rows: group.rows.map((row) => ({
      key: row.span,
      label: row.span,
      cells: row.cells.map(
        (window): HeatCell | null =>
          window && {
            ...cellOf(window),
            href: hrefOf(window.id),
            current: window.id === chosen,
          },
      ),
    })),
  }))
  const dayWords = { word: t('bookings:heat.today'), holiday: t('bookings:heat.holiday') }
  const cells = useCells(
    shown.flatMap((group) => group.rows.map((row) => row.cells)),
    chosen === null ? null : String(chosen),
  )
  return (
    <HeatTable
      label={t('bookings:heat.label')}
      caption={t('bookings:heat.caption', { area })}
      corner={t('bookings:heat.hours')}
      nothing={t('bookings:heat.none')}
      days={days.map((one) => dayHead(one, { today, locale, ...dayWords }))}
      groups={shown}
      {...cells}
    />
  )
}

/** A window as a cell, in the reader's words. */
function useHeatCell() {
  const { t, format, locale } = useWords()
  return (window: HeatWindow): Omit<HeatCell, 'href' | 'current'> => {
    const look = lookOf(window)
    const { booked, places, held, overbooked, stranded } = window
    const said = [
      t('bookings:cell.name', {
        day: format.day(window.start),
        span: format.span(window.start, window.end),
        service: t(`words:skill.${window.service}`),
      }),
      places > 0 || booked > 0
        ? t('bookings:cell.counts', { booked, places })
        : t('bookings:cell.none'),
      look === 'full' && t('bookings:cell.full'),
      window.closed && t('bookings:cell.shut'),
      overbooked > 0 && t('bookings:cell.over', { count: overbooked }),
      stranded > 0 && t('bookings:cell.stranded', { count: stranded }),
      held > 0 && t('bookings:cell.held', { count: held }),
      window.past && t('bookings:cell.past'),
    ]
    const marked = look === 'full' || look === 'shut' || look === 'over' || look === 'stranded'
    return {
      key: String(window.id),
      look,
      label: said.filter(Boolean).join(locale === 'en' ? ', ' : '，'),
      held: held > 0 && look !== 'shut' && look !== 'none',
      past: window.past,
      ...(marked ? { mark: t(`bookings:mark.${look}`) } : {}),
      ...figuresOf(look, window),
    }
  }
}

/** A closed window tells of those who had booked it. */
function figuresOf(look: HeatLook, { booked, places }: HeatWindow) {
  if (look === 'shut') return booked > 0 ? { figures: String(booked) } : {}
  return { figures: look === 'none' ? '–' : `${booked}/${places}` }
}

/** A column's heading. */
export const dayHead = (
  { day, weekend, holiday }: { day: string; weekend: boolean; holiday: boolean },
  { today, locale, ...words }: { today: string; locale: Locale; word: string; holiday: string },
) => ({
  key: day,
  weekend,
  today: day === today,
  top: day === today ? words.word : holiday ? words.holiday : weekdayOf(day, locale),
  foot: dateOf(day, locale),
})

const weekdayOf = (day: string, locale: Locale) =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'UTC',
    weekday: locale === 'en' ? 'short' : 'narrow',
  }).format(new Date(withinDay(day)))

/** The day of the month; on the first one the month as well. */
const dateOf = (day: string, locale: Locale) => {
  if (!day.endsWith('-01')) return String(Number(day.slice(8)))
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'UTC',
    month: locale === 'en' ? 'short' : 'numeric',
    day: 'numeric',
  }).format(new Date(withinDay(day)))
}
