import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

export interface CalendarEntry {
  /** The same for the same visit, wherever and whenever it is read. */
  uid: string
  /** Greater after each change. */
  sequence: number
  cancelled: boolean
  start: Date
  end: Date
  summary: string
  location: string
  /** One line each. */
  details: readonly string[]
  url?: string
  /** So many minutes before it begins the calendar speaks up. */
  remindMinutes?: number
}

/** How often a subscriber should look again, in seconds. */
const lookAgain = 3600

/**
 * iCalendar (RFC 5545). Times are written in UTC: they hold wherever the reader is, and whatever clocks are put
 * forward or back.
 */
export function writeCalendar(
  { name, now }: { name: string; now: Date },
  entries: readonly CalendarEntry[],
): string {
  const calendar = ical({
    name: plain(name),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Shangmen', product: 'Shangmen', language: 'EN' },
    ttl: lookAgain,
  })
  for (const { uid, sequence, cancelled, start, end, url, remindMinutes, ...words } of entries) {
    const event = calendar.createEvent({
      id: uid,
      sequence,
      stamp: now,
      start,
      end,
      summary: plain(words.summary),
      location: plain(words.location),
      description: words.details.map(plain).join('\n'),
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(url ? { url } : {}),
    })
    if (remindMinutes && !cancelled) {
      event.createAlarm({
        type: ICalAlarmType.display,
        trigger: remindMinutes * 60,
        description: plain(words.summary),
      })
    }
  }
  return `${calendar.toString()}\r\n`
}

/** One line of a person's words, without what a calendar could take for its own. */
const plain = (text: string) =>
  text
    .replace(/[\p{Bidi_Control}\uFEFF]|\p{Cs}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
