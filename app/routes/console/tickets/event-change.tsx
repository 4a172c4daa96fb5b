import { useWords } from '#app/i18n/use-words.ts'
import { Change } from '#app/ui/console/sections.tsx'
import { severities, ticketChannels, ticketKinds, ticketStatuses } from '#db/vocabulary/tickets.ts'
import { withinDay } from '../civil-day.ts'
import { useCategories } from '../use-categories.ts'
import type { EventView } from './event-view.server.ts'
import { useWorkWords } from './work-words.ts'

/** From what to what, and the words that go with it. */
export function EventChange({ event }: { event: EventView }) {
  const { t, format } = useWords()
  const say = useChangeWords()
  const sayWork = useWorkWords()
  const nothing = t('tickets:events.nothing')
  const windowWords = (window: { start: string; end: string }) =>
    `${format.day(window.start)} ${format.span(window.start, window.end)}`
  const lines = [
    ...event.changes.map(({ field, from, to }) => (
      <Change
        key={field}
        from={from === null ? undefined : say(field, from)}
        to={to === null ? nothing : say(field, to)}
      />
    )),
    event.window && (
      <Change
        key="window"
        from={event.oldWindow ? windowWords(event.oldWindow) : undefined}
        to={windowWords(event.window)}
      />
    ),
    event.mark && t(`visits:marks.kind.${event.mark}`),
    event.expectedOn &&
      t('visits:marks.expected', { day: format.day(withinDay(event.expectedOn)) }),
    event.overbooked ? t('tickets:events.overbooked') : null,
    event.crew,
    event.outcome && t(`words:attempt.${event.outcome}`),
    event.channel === null ? null : say('channel', event.channel),
    event.count === null ? null : t('tickets:events.photos', { count: event.count }),
    event.until === null
      ? null
      : t('tickets:events.until', { day: format.day(withinDay(event.until)) }),
    ...sayWork(event.work),
    event.merged && event.words
      ? t(`tickets:events.${event.merged}`, { number: event.words })
      : event.words,
    event.from && t('tickets:events.on', { number: event.from }),
  ].filter((line) => line !== null)
  return lines.map((line, index) => (
    <span key={index}>
      {index > 0 && ' · '}
      {line}
    </span>
  ))
}

/** The words of a value that changed, by its field. */
function useChangeWords() {
  const { t } = useWords()
  const { categoryName } = useCategories()
  const one = <T extends string | number>(all: readonly T[], value: string) =>
    all.find((item) => String(item) === value)
  return (field: string, value: string): string => {
    switch (field) {
      case 'status': {
        const status = one(ticketStatuses, value)
        return status ? t(`words:ticketStatus.${status}`) : value
      }
      case 'kind': {
        const kind = one(ticketKinds, value)
        return kind ? t(`words:ticketKind.${kind}`) : value
      }
      case 'severity': {
        const severity = one(severities, value)
        return severity ? t(`words:severity.${severity}`) : value
      }
      case 'category':
        return categoryName(value)
      case 'channel': {
        const channel = one(ticketChannels, value)
        return channel ? t(`words:channel.${channel}`) : value
      }
      default:
        return value
    }
  }
}
