import { useWords } from '#app/i18n/use-words.ts'
import { Events } from '#app/ui/console/sections.tsx'
import { When } from './conversation.tsx'
import { EventChange } from './event-change.tsx'
import { eventLook } from './event-look.ts'
import type { EventView } from './event-view.server.ts'

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
        icon: eventLook[event.kind]?.icon ?? 's-triaged',
        tone: eventLook[event.kind]?.tone,
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
