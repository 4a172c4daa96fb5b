import type { Locale } from '#db/vocabulary/locales.ts'

/** How instants, spans, money and phone numbers are written for a reader, in the company's zone. */
export interface Format {
  /** 11月24日 周二 · Tue 24 Nov */
  day(instant: Date | string): string
  /** 2026年11月24日 · 24 November 2026 */
  date(instant: Date | string): string
  /** 2026年11月24日 · 24 Nov 2026 */
  shortDate(instant: Date | string): string
  /** 2026年11月24日 周二 · Tue, 24 November 2026 */
  wholeDay(instant: Date | string): string
  /** 10:45 */
  time(instant: Date | string): string
  /** 10:30–12:00 */
  span(start: Date | string, end: Date | string): string
  /** 11月24日 周二 10:45 · Tue 24 Nov, 10:45 */
  moment(instant: Date | string): string
  /** 2026年11月24日 10:45 · 24 November 2026, 10:45 */
  dated(instant: Date | string): string
  /** 3 天前 · in 12 min */
  distance(instant: Date | string): string
  /** A day to come, counted in civil days: 明天, 5 天后 · tomorrow, in 5 days */
  daysUntil(instant: Date | string): string
  /** 138 0000 4821 */
  phone(e164: string): string
  money(minor: number, currency?: string): string
  /** A number of minutes: 1 小时 30 分 · 1 h 30 min */
  minutes(minutes: number): string
}

const cache = new Map<string, Intl.DateTimeFormat>()

/** One formatter per language, zone and shape for the life of the page. */
export function dates(locale: Locale, zone: string, options: Intl.DateTimeFormatOptions) {
  const key = `${locale}|${zone}|${JSON.stringify(options)}`
  let format = cache.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
      timeZone: zone,
      ...options,
    })
    cache.set(key, format)
  }
  return format
}

/** @param now the instant distances are counted from; the same on server and browser, so that both write the same */
export function formatter(locale: Locale, zone: string, now: Date | string): Format {
  const zh = locale === 'zh-CN'
  const at = (instant: Date | string, options: Intl.DateTimeFormatOptions) =>
    dates(locale, zone, options).format(new Date(instant))
  const time = (instant: Date | string) =>
    at(instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const date = (instant: Date | string) =>
    at(instant, { day: 'numeric', month: 'long', year: 'numeric' })
  const weekdayOf = (instant: Date | string) => at(instant, { weekday: 'short' })
  const day = (instant: Date | string) => {
    const monthDay = at(instant, { day: 'numeric', month: zh ? 'long' : 'short' })
    const weekday = weekdayOf(instant)
    return zh ? `${monthDay} ${weekday}` : `${weekday} ${monthDay}`
  }
  return {
    day,
    time,
    date,
    shortDate: (instant) =>
      at(instant, { day: 'numeric', month: zh ? 'long' : 'short', year: 'numeric' }),
    wholeDay: (instant) =>
      zh ? `${date(instant)} ${weekdayOf(instant)}` : `${weekdayOf(instant)}, ${date(instant)}`,
    span: (start, end) => `${time(start)}–${time(end)}`,
    moment: (instant) =>
      zh ? `${day(instant)} ${time(instant)}` : `${day(instant)}, ${time(instant)}`,
    dated: (instant) =>
      zh ? `${date(instant)} ${time(instant)}` : `${date(instant)}, ${time(instant)}`,
    distance: (instant) => distance(locale, new Date(instant), new Date(now)),
    daysUntil: (instant) => daysUntil(locale, civilDay(zone, instant) - civilDay(zone, now)),
    phone: groupPhone,
    money: (minor, currency = 'CNY') =>
      new Intl.NumberFormat(zh ? 'zh-CN' : 'en-GB', {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
      }).format(minor / 100),
    minutes: (minutes) => {
      const hours = Math.floor(minutes / 60)
      const rest = minutes % 60
      const parts = zh
        ? [hours ? `${hours} 小时` : '', rest || !hours ? `${rest} 分钟` : '']
        : [hours ? `${hours} h` : '', rest || !hours ? `${rest} min` : '']
      return parts.filter(Boolean).join(' ')
    },
  }
}

function distance(locale: Locale, instant: Date, now: Date): string {
  const seconds = (instant.getTime() - now.getTime()) / 1000
  const size = Math.abs(seconds)
  const zh = locale === 'zh-CN'
  if (size < 60)
    return zh ? (seconds > 0 ? '马上' : '刚刚') : seconds > 0 ? 'in a moment' : 'just now'
  const [unit, count] =
    size < 3600
      ? (['minute', size / 60] as const)
      : size < 86_400
        ? (['hour', size / 3600] as const)
        : (['day', size / 86_400] as const)
  const n = Math.floor(count)
  if (zh) {
    const word = { minute: '分钟', hour: '小时', day: '天' }[unit]
    return `${n} ${word}${seconds > 0 ? '后' : '前'}`
  }
  const word = unit === 'minute' ? 'min' : unit === 'hour' ? 'h' : n === 1 ? 'day' : 'days'
  return seconds > 0 ? `in ${n} ${word}` : `${n} ${word} ago`
}

/** The day an instant falls on, as a count of days. */
function civilDay(zone: string, instant: Date | string): number {
  const parts = dates('en', zone, { day: 'numeric', month: 'numeric', year: 'numeric' })
    .formatToParts(new Date(instant))
    .map(({ type, value }) => [type, Number(value)] as const)
  const { year, month, day } = Object.fromEntries(parts) as Record<string, number>
  return Date.UTC(year!, month! - 1, day) / 86_400_000
}

function daysUntil(locale: Locale, days: number): string {
  const near = locale === 'zh-CN' ? ['今天', '明天', '后天'] : ['today', 'tomorrow']
  return near[Math.max(days, 0)] ?? (locale === 'zh-CN' ? `${days} 天后` : `in ${days} days`)
}

function groupPhone(e164: string): string {
  const mobile = /^\+86(1\d{2})(\d{4})(\d{4})$/.exec(e164)
  return mobile ? `${mobile[1]} ${mobile[2]} ${mobile[3]}` : e164.replace(/^\+86/, '0')
}
