import { useWords } from '#app/i18n/use-words.ts'
import { Change, Events } from '#app/ui/console/sections.tsx'
import { type StatusLook, ticketStatusLook } from '#app/ui/console/status.tsx'
import {
  severities,
  type TicketEventKind,
  ticketChannels,
  ticketKinds,
  ticketStatuses,
} from '#db/vocabulary/tickets.ts'
import { withinDay } from '../civil-day.ts'
import { useCategories } from '../use-categories.ts'
import { When } from './conversation.tsx'
import type { EventView } from './ticket-view.server.ts'
import { useWorkWords } from './work-words.ts'

const looks: Partial<Record<TicketEventKind, Partial<StatusLook> & Pick<StatusLook, 'icon'>>> = {
  registered: { icon: 's-new' },
  first_contact: { icon: 'call' },
  call_missed: { icon: 'call' },
  triaged: ticketStatusLook.triaged,
  escalated: { icon: 'flag', tone: 'trouble' },
  owner_changed: { icon: 'person' },
  facts_changed: { icon: 'tune' },
  message_from_customer: { icon: 'speech' },
  message_to_customer: { icon: 'speech' },
  note_added: { icon: 'lock' },
  photos_added: { icon: 'cam' },
  visit_proposed: { icon: 's-plan', tone: 'waiting' },
  visit_booked: { icon: 'cal', tone: 'active' },
  visit_confirmed: { icon: 'cal', tone: 'active' },
  visit_moved: { icon: 'cal' },
  visit_cancelled: { icon: 's-cancel' },
  visit_unassigned: { icon: 'undo' },
  visit_pinned: { icon: 'pin' },
  visit_marked: { icon: 's-risk', tone: 'trouble' },
  visit_mark_cleared: { icon: 'check' },
  reminded: { icon: 'bell' },
  called_ahead: { icon: 'call' },
  crew_set_out: { icon: 's-way', tone: 'active' },
  crew_arrived: { icon: 'pin', tone: 'active' },
  work_started: { icon: 'wrench', tone: 'active' },
  work_finished: { icon: 's-ok', tone: 'done' },
  work_signed: { icon: 'shield', tone: 'done' },
  late_told: { icon: 's-late', tone: 'trouble' },
  work_paused: { icon: 's-pause', tone: 'waiting' },
  work_resumed: { icon: 'wrench', tone: 'active' },
  damage_noted: { icon: 'alert' },
  extra_proposed: { icon: 'plus', tone: 'waiting' },
  extra_decided: { icon: 'plus' },
  work_inspected: { icon: 'check' },
  visit_escalated: { icon: 'flag', tone: 'trouble' },
  item_taken: { icon: 'box', tone: 'waiting' },
  item_returned: { icon: 'box', tone: 'done' },
  customer_no_show: { icon: 's-cancel', tone: 'trouble' },
  crew_no_show: { icon: 's-cancel', tone: 'trouble' },
  record_corrected: { icon: 'doc' },
  rated: { icon: 'chart' },
  followed_up: { icon: 'follow' },
  complaint_opened: { icon: 'flag', tone: 'trouble' },
  paused: ticketStatusLook.paused,
  resumed: { icon: 'undo' },
  resolved: ticketStatusLook.resolved,
  closed: ticketStatusLook.closed,
  reopened: { icon: 'undo' },
  cancelled: ticketStatusLook.cancelled,
  overdue: { icon: 's-late', tone: 'trouble' },
  tagged: { icon: 'mark' },
  look_again: { icon: 'bell' },
  merged: { icon: 'merge' },
  unmerged: { icon: 'undo' },
  mentioned: { icon: 'people' },
  handed_over: { icon: 'swap', tone: 'waiting' },
  handover_taken: { icon: 'check' },
  handover_declined: { icon: 'undo' },
  other_person_asked: { icon: 'person', tone: 'trouble' },
  answer_used: { icon: 'book' },
  mail_received: { icon: 'speech' },
}

/** Everything that happened, newest first: who, when, from what to what (IN-8). */
export function EventsList({
  events,
  since = Infinity,
}: {
  events: EventView[]
  /** The last event that whoever reads had read; what others did later is marked. */
  since?: number
}) {
  const { t } = useWords()
  return (
    <Events
      items={events.map((event) => ({
        key: event.key,
        icon: looks[event.kind]?.icon ?? 's-triaged',
        tone: looks[event.kind]?.tone,
        what: t(`tickets:events.kind.${event.kind}`),
        by:
          event.by === 'staff'
            ? (event.name ?? t('tickets:talk.someone'))
            : event.by === 'customer'
              ? t('tickets:events.customer')
              : t('tickets:events.job'),
        change: <EventChange event={event} />,
        at: <When iso={event.at} />,
        fresh: Number(event.key) > since && !event.mine ? t('desk:changed') : undefined,
      }))}
    />
  )
}

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
