import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { NextPanel } from '#app/ui/console/sections.tsx'
import { withinDay } from '../civil-day.ts'
import { TicketClocks } from '../clocks/ticket-clock.tsx'
import { complaintPath } from '../complaints/complaint-look.ts'
import { useWishWords } from '../follow-ups/wish-words.ts'
import { casePath } from '../returns/case-look.ts'
import { AskedForAnother } from './asked-for-another.tsx'
import { nextVisit } from './next-visit.ts'
import type { PreviewView } from './ticket-view.server.ts'

type Facts = Omit<PreviewView, 'talk' | 'talkCount'>

/** What to do next; it depends on where the ticket stands and on its visits. */
export function NextStep({ ticket }: { ticket: Facts }) {
  const { t } = useWords()
  const { what, why, actions } = useNextStep(ticket)
  return (
    <>
      <AskedForAnother ticket={ticket} />
      <NextPanel why={why} actions={actions}>
        <b>{t('tickets:next.label')}</b> {what}
      </NextPanel>
      <HeldByVisit ticket={ticket} />
      <KeptOpen ticket={ticket} />
      <TicketClocks clocks={ticket.clocks} pausedUntil={ticket.pausedUntil} />
    </>
  )
}

/** Why the ticket can't be put aside or ended yet. */
function HeldByVisit({ ticket }: { ticket: Facts }) {
  const { t, format } = useWords()
  const visit = ticket.may.endAfterVisits ? nextVisit(ticket.visits) : undefined
  if (!visit) return null
  const window = `${format.day(visit.start)} ${format.span(visit.start, visit.end)}`
  const words = t(
    visit.status === 'working' ? 'tickets:next.finishFirst' : 'tickets:next.cancelFirst',
    { window },
  )
  return (
    <p className="xs muted mt">
      {t('tickets:next.heldByVisit')}
      {ticket.may.seeVisits ? (
        <TextLink href={`/console/visits/${visit.id}`}>{words}</TextLink>
      ) : (
        words
      )}
    </p>
  )
}

/** RX-5, CP-1: what comes to its own end before the ticket. */
function KeptOpen({ ticket: { kept, may, number } }: { ticket: Facts }) {
  const { t } = useWords()
  if (!kept || may.reopen) return null
  const complaint = kept.by === 'complaint'
  const words = complaint
    ? t('tickets:next.complaintFirst')
    : t('tickets:next.returnFirst', { number: kept.number })
  const sees = complaint ? may.complaint : may.seeReturns
  return (
    <p className="xs muted mt">
      {t('tickets:next.keptOpen')}
      {sees ? (
        <TextLink href={complaint ? complaintPath(number) : casePath(kept.number)}>
          {words}
        </TextLink>
      ) : (
        words
      )}
    </p>
  )
}

function useNextStep(ticket: Facts) {
  const { t, format } = useWords()
  const sayWish = useWishWords()
  const { name, may } = ticket
  const at = `/console/tickets/${ticket.number}`
  const ahead = nextVisit(ticket.visits)
  const unassigned = ticket.visits.filter((visit) => visit.status === 'proposed').length
  const done = ticket.visits.some(({ status }) => status === 'finished')
  const onSiteBy = ticket.clocks.find(({ kind }) => kind === 'on_site')?.dueAt
  const seeVisit = ahead && may.seeVisits && (
    <BtnLink href={`/console/visits/${ahead.id}`}>{t('tickets:do.seeVisit')}</BtnLink>
  )
  const windowOf = (visit: { start: string; end: string }) =>
    `${format.day(visit.start)} ${format.span(visit.start, visit.end)}`

  if (ticket.status === 'paused') {
    return {
      what: t('tickets:next.paused', {
        day: ticket.pausedUntil ? format.day(withinDay(ticket.pausedUntil)) : '',
      }),
      why: t('tickets:next.pausedWhy', { reason: ticket.pauseReason ?? '' }),
      actions: may.resume && (
        <BtnLink variant="go" href={`${at}/resumption`}>
          {t('tickets:do.resume')}
        </BtnLink>
      ),
    }
  }
  if (ticket.unsolved) {
    return {
      what: t('tickets:next.unsolved', { name }),
      why: t('tickets:next.unsolvedWhy', {
        at: format.moment(ticket.unsolved.at),
        by: format.moment(ticket.unsolved.callBy),
      }),
      actions: (
        <>
          <BtnLink icon="call" href={`tel:${ticket.phone}`}>
            {format.phone(ticket.phone)}
          </BtnLink>
          {may.reopen && (
            <BtnLink variant="go" href={`${at}/reopening`}>
              {t('tickets:do.reopen')}
            </BtnLink>
          )}
          {may.close && <BtnLink href={`${at}/closure`}>{t('tickets:do.close')}</BtnLink>}
        </>
      ),
    }
  }
  if (ticket.status === 'resolved') {
    const wished = ticket.wish && sayWish(ticket.wish)
    return {
      what: ticket.followUpDue ? t('tickets:next.resolvedFollowUp') : t('tickets:next.resolved'),
      why: ticket.followUpDue
        ? [
            t('tickets:next.resolvedFollowUpWhy', { at: format.moment(ticket.followUpDue) }),
            wished && `${t('followUps:wished')} ${wished}`,
          ]
            .filter(Boolean)
            .join(' ')
        : ticket.solution && t('tickets:next.solution', { solution: ticket.solution }),
      actions: (
        <>
          {ticket.followUpDue && may.followUp && (
            <BtnLink href="/console/follow-ups">{t('tickets:do.seeFollowUp')}</BtnLink>
          )}
          {may.close && (
            <BtnLink variant={ticket.followUpDue ? 'plain' : 'go'} href={`${at}/closure`}>
              {t('tickets:do.close')}
            </BtnLink>
          )}
        </>
      ),
    }
  }
  if (ticket.status === 'closed' || ticket.status === 'cancelled') {
    return {
      what: t(
        `tickets:next.${ticket.status === 'cancelled' && ticket.withdrawn ? 'withdrawn' : ticket.status}`,
      ),
      why: ticket.solution && t('tickets:next.solution', { solution: ticket.solution }),
      actions: may.reopen && <BtnLink href={`${at}/reopening`}>{t('tickets:do.reopen')}</BtnLink>,
    }
  }
  if (ticket.toAssess) {
    if (!may.triage) return { what: t('tickets:next.notYours') }
    const called = ticket.firstContactAt !== null
    return {
      what: called ? t('tickets:next.triage') : t('tickets:next.call', { name }),
      why: called
        ? t('tickets:next.triageWhy', { name })
        : t('tickets:next.callWhy', { at: format.moment(ticket.createdAt) }),
      actions: (
        <>
          {!called && (
            <BtnLink icon="call" href={`tel:${ticket.phone}`}>
              {format.phone(ticket.phone)}
            </BtnLink>
          )}
          {!called && <BtnLink href={`${at}/contact`}>{t('tickets:do.contact')}</BtnLink>}
          <BtnLink variant="go" href={`${at}/triage`}>
            {t('tickets:do.triage')}
          </BtnLink>
          {seeVisit}
        </>
      ),
    }
  }
  if (ahead?.status === 'proposed') {
    return {
      what: t('tickets:next.assign'),
      why: windowOf(ahead),
      actions: (
        <>
          {seeVisit}
          {may.dispatch && (
            <BtnLink variant="go" href={`/console/visits/${ahead.id}/crew`}>
              {t('tickets:do.dispatch')}
            </BtnLink>
          )}
        </>
      ),
    }
  }
  if (ahead) {
    const crew = ahead.crew ?? ''
    return {
      what:
        ahead.status === 'confirmed'
          ? t('tickets:next.visit', { crew, window: windowOf(ahead) })
          : t('tickets:next.underWay', { crew, status: t(`words:visitStatus.${ahead.status}`) }),
      why: (
        <>
          {ahead.work}
          {unassigned > 0 && (
            <>
              <br />
              {t('tickets:next.moreToAssign', { count: unassigned })}
            </>
          )}
        </>
      ),
      actions: seeVisit,
    }
  }
  return {
    what: done ? t('tickets:next.after') : t('tickets:next.propose', { name }),
    why: done
      ? t('tickets:next.afterVisit')
      : ticket.severity && onSiteBy
        ? t('tickets:next.proposeWhy', {
            severity: t(`words:severity.${ticket.severity}`),
            at: format.moment(onSiteBy),
          })
        : t('tickets:next.proposeWhyPlain'),
    actions: (
      <>
        {may.resolve && (
          <BtnLink variant={done ? 'go' : 'plain'} href={`${at}/resolution`}>
            {t('tickets:do.resolve')}
          </BtnLink>
        )}
        {may.propose && (
          <BtnLink variant={done ? 'plain' : 'go'} href={`${at}/visits`}>
            {t('tickets:do.propose')}
          </BtnLink>
        )}
      </>
    ),
  }
}
