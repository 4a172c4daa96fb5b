import { useActionData } from '@remix-run/react'
import { PagePanel, type PanelProps } from '../page-panel.tsx'
import { Meanwhile } from './meanwhile.tsx'
import { useTicket } from './use-ticket.ts'

/** A form on the ticket's page, which says what others changed since it was opened. */
export function ChildPanel(form: PanelProps) {
  const ticket = useTicket()
  const reply = useActionData<unknown>()
  return (
    <PagePanel
      page={`/console/tickets/${ticket.number}`}
      meanwhile={<Meanwhile ticket={ticket} reply={reply} />}
      {...form}
    />
  )
}
