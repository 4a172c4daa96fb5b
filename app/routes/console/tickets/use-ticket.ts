import { useOutletContext } from '@remix-run/react'
import type { TicketView } from './ticket-view.server.ts'

/** The ticket on whose page a form has opened. */
export const useTicket = () => useOutletContext<TicketView & AnswersFollow>()

interface AnswersFollow {
  /** Beside the ticket stand the answers as if it were of this category; `null` for its own. */
  showAnswersTo: (category: string | null) => void
}

export const ticketPath = (number: string | undefined) => `/console/tickets/${number}`
