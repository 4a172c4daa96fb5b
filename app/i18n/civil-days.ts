import type { Locale } from '#db/vocabulary/locales.ts'
import { dates } from './format.ts'

/** How civil days (`YYYY-MM-DD`) are written for a reader: a day is the same one in every zone. */
export interface CivilDays {
  /** 11月24日 周二 · Tue 24 Nov */
  day(day: string): string
  /** 2026年11月23日 – 12月6日 · 23 November – 6 December 2026 */
  span(from: string, to: string): string
  /** 一, 星期一 · Mon, Monday */
  weekday(day: string): { short: string; full: string }
  /** 12月 · Dec */
  month(day: string): string
}

export function civilDays(locale: Locale): CivilDays {
  const zh = locale === 'zh-CN'
  const at = (day: string, options: Intl.DateTimeFormatOptions) =>
    dates(locale, 'UTC', options).format(new Date(`${day}T12:00:00Z`))
  const monthDay = (day: string) => at(day, { day: 'numeric', month: 'long' })
  const whole = (day: string) => at(day, { day: 'numeric', month: 'long', year: 'numeric' })
  return {
    day(day) {
      const short = at(day, { day: 'numeric', month: zh ? 'long' : 'short' })
      const weekday = at(day, { weekday: 'short' })
      return zh ? `${short} ${weekday}` : `${weekday} ${short}`
    },
    span(from, to) {
      if (from.slice(0, 4) !== to.slice(0, 4)) return `${whole(from)} – ${whole(to)}`
      return zh ? `${whole(from)} – ${monthDay(to)}` : `${monthDay(from)} – ${whole(to)}`
    },
    weekday: (day) => ({
      short: at(day, { weekday: zh ? 'narrow' : 'short' }),
      full: at(day, { weekday: 'long' }),
    }),
    month: (day) => (zh ? `${Number(day.slice(5, 7))}月` : at(day, { month: 'short' })),
  }
}
