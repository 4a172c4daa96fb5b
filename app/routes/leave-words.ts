import type { Format } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/keys.ts'

/** What is said of a leave: whose, and when. */
export interface LeaveTimes {
  start: string
  end: string
  /** It covers whole days of the company's zone. */
  whole: boolean
  /** An instant on its last day. */
  lastDay: string
}

export function leaveTimeWords(t: Translate, format: Format, leave: LeaveTimes): string {
  if (!leave.whole) {
    const span = format.span(leave.start, leave.end)
    return t('roster:leave.hours', { day: format.day(leave.start), span })
  }
  const [from, to] = [format.day(leave.start), format.day(leave.lastDay)]
  return from === to ? t('roster:leave.day', { day: from }) : t('roster:leave.days', { from, to })
}
