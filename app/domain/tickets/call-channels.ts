import { ticketChannels } from '#db/vocabulary/tickets.ts'

/** How a matter reaches a colleague who writes it down; the portal registers for itself. */
export const callChannels = ticketChannels.filter((channel) => channel !== 'portal')
