import { useState } from 'react'
import { isTelling } from '#app/domain/tickets/telling-events.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Warn } from '#app/ui/console/sections.tsx'
import { When } from './conversation.tsx'
import { EventChange } from './event-change.tsx'
import type { TicketView } from './ticket-view.server.ts'

const most = 5

/**
 * what others did and said since a form of the ticket was opened, beside what is being typed into it. The form
 * carries how far its page had been read, until a refusal has shown what is new.
 * @param reply what the form was answered with
 */
export function Meanwhile({
  ticket,
  reply,
  empty = false,
}: {
  ticket: TicketView
  reply: unknown
  /** Nothing has been written: there is nothing that could be said too early. */
  empty?: boolean
}) {
  const { t } = useWords()
  const { lastEvent } = ticket.desk
  const sent = sentBefore(reply)
  const [opened, setOpened] = useState(sent?.seen ?? lastEvent)
  const [seen, setSeen] = useState(lastEvent)
  if ((empty || sent?.refused) && seen !== lastEvent) setSeen(lastEvent)
  if (empty && opened !== lastEvent) setOpened(lastEvent)
  const events = ticket.events.filter(
    (event) =>
      Number(event.key) > opened && !event.mine && event.by !== 'job' && isTelling(event.kind),
  )
  return (
    <>
      <input type="hidden" name="seen" value={seen} />
      <div role="status" className="meanwhile wide">
        {events.length > 0 && (
          <Warn icon="bell">
            <b>{t('desk:meanwhile.title')}</b>
            <ul>
              {events.slice(0, most).map((event) => (
                <li key={event.key}>
                  {t('desk:meanwhile.entry', {
                    who:
                      event.by === 'customer'
                        ? t('tickets:events.customer')
                        : (event.name ?? t('tickets:talk.someone')),
                    what: t(`tickets:events.kind.${event.kind}`),
                  })}{' '}
                  <EventChange event={event} /> <When iso={event.at} />
                </li>
              ))}
            </ul>
            {t('desk:meanwhile.look')}
          </Warn>
        )}
      </div>
    </>
  )
}

/** Without scripts the page that comes back knows from the form how far it had been read. */
function sentBefore(reply: unknown): { seen?: number; refused: boolean } | null {
  if (typeof reply !== 'object' || reply === null || !('lastResult' in reply)) return null
  const { lastResult, refusal } = reply as {
    lastResult?: { initialValue?: Record<string, unknown> | null } | null
    refusal?: { refusal: string } | null
  }
  const seen = Number(lastResult?.initialValue?.seen)
  return {
    ...(Number.isSafeInteger(seen) && seen > 0 ? { seen } : {}),
    refused: refusal?.refusal === 'ticketChanged',
  }
}
