import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { MiniList } from '#app/ui/console/sections.tsx'
import { Status, ticketStatusLook } from '#app/ui/console/status.tsx'
import type { CallerView } from './caller-view.server.ts'
import { When } from './conversation.tsx'

/** Tickets in a few words each, to open. */
export function PastTickets({
  tickets,
  action,
}: {
  tickets: Pick<CallerView['open'][number], 'number' | 'title' | 'status' | 'createdAt'>[]
  /** What can be done with each from here. */
  action?: (ticket: { number: string }) => ReactNode
}) {
  const { t } = useWords()
  return (
    <MiniList
      items={tickets.map((ticket) => ({
        href: `/console/tickets/${ticket.number}`,
        number: ticket.number,
        status: (
          <Status {...ticketStatusLook[ticket.status]}>
            {t(`words:ticketStatus.${ticket.status}`)}
          </Status>
        ),
        text: ticket.title,
        foot: <When iso={ticket.createdAt} />,
        action: action?.(ticket),
      }))}
    />
  )
}
