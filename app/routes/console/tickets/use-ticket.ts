import { useOutletContext } from '@remix-run/react'
import type { TicketView } from './ticket-view.server.ts'

/** The ticket on whose page a form has opened. */
export const useTicket = () => useOutletContext<TicketView>()

export const ticketPath = (number: string | undefined) => `/console/tickets/${number}`
