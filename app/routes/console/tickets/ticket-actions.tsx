import type { Translate } from '#app/i18n/keys.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { askReturnPath, casePath } from '../returns/case-look.ts'
import { complaintPath } from '../complaints/complaint-look.ts'
import type { TicketView } from './ticket-view.server.ts'

/** What this colleague may do with the ticket as it stands, besides its next step. */
export function actionsOf(t: Translate, { may, status, toAssess, desk }: TicketView) {
  const actions = [
    may.note && { to: 'photos', quiet: true, words: t('tickets:do.photos') },
    may.contact && { to: 'contact', quiet: true, words: t('tickets:do.contact') },
    may.merge && { to: 'merge', quiet: true, words: t('tickets:do.merge') },
    may.handOver && !desk.handover && { to: 'handover', quiet: true, words: t('desk:do.handOver') },
    may.cancel && { to: 'cancellation', quiet: true, words: t('tickets:do.cancel') },
    may.pause && { to: 'pause', words: t('tickets:do.pause') },
    may.triage && !toAssess && { to: 'triage', words: t('tickets:do.facts') },
    may.resolve && { to: 'resolution', words: t('tickets:do.resolveMore') },
    may.reopen && status === 'resolved' && { to: 'reopening', words: t('tickets:do.reopen') },
  ]
  return actions.filter((action) => action !== false)
}

export function TicketActions({ ticket }: { ticket: TicketView }) {
  const { t } = useWords()
  const { may, number, kept } = ticket
  const returnOpen = kept?.by === 'return' ? kept.number : null
  return (
    <>
      {may.complaint && (
        <BtnLink icon="flag" href={complaintPath(number)}>
          {t('tickets:do.complaint')}
        </BtnLink>
      )}
      {returnOpen && may.seeReturns && (
        <BtnLink href={casePath(returnOpen)}>
          {t('tickets:do.returnOf', { number: returnOpen })}
        </BtnLink>
      )}
      {!returnOpen && may.askReturn && (
        <BtnLink variant="quiet" href={askReturnPath(number)}>
          {t('tickets:do.returns')}
        </BtnLink>
      )}
      {actionsOf(t, ticket).map((action) => (
        <BtnLink
          key={action.to}
          variant={'quiet' in action ? 'quiet' : 'plain'}
          href={`/console/tickets/${ticket.number}/${action.to}`}
        >
          {action.words}
        </BtnLink>
      ))}
    </>
  )
}
