import { addDays } from '#app/platform/time.server.ts'

/** A month or a quarter for which inspection calls are drawn (FU-5). */
export interface Period {
  /** `2026-10`, `2026-Q4`. */
  name: string
  /** Its first day. */
  from: string
  /** The first day that isn't in it any more. */
  to: string
}

const monthsLater = (month: string, months: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const all = year * 12 + number - 1 + months
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`
}
const first = (month: string) => `${month}-01`

/** The month before the one this day is in. */
export function monthBefore(day: string): Period {
  const name = monthsLater(day.slice(0, 7), -1)
  return { name, from: first(name), to: first(day.slice(0, 7)) }
}

/** The quarter this day is in. */
export function quarterOf(day: string): Period {
  const [year, month = '01'] = day.split('-')
  const number = Math.ceil(Number(month) / 3)
  const from = `${year}-${String(number * 3 - 2).padStart(2, '0')}`
  return { name: `${year}-Q${number}`, from: first(from), to: first(monthsLater(from, 3)) }
}

/** The month this day is in; its calls are to be made within it. */
export function monthOf(day: string): Period {
  const name = day.slice(0, 7)
  return { name, from: first(name), to: first(monthsLater(name, 1)) }
}

/** Whether this is one of a period's first days: what wasn't drawn on the very first is drawn on the next. */
export const isBeginning = (day: string, { from }: Period): boolean =>
  day >= from && day < addDays(from, 3)
