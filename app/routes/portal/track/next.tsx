import type { ReactNode } from 'react'
import type { BookingOfCustomer } from '#app/domain/bookings/index.server.ts'
import type { ComplaintForCustomer } from '#app/domain/complaints/complaint-for-customer.server.ts'
import type { CaseForCustomer } from '#app/domain/returns/case-for-customer.server.ts'
import type { OtherToAskFor } from '#app/domain/tickets/another-person-form.ts'
import type { FirstCall, TrackedTicket } from '#app/domain/tickets/index.server.ts'
import { sayPreferredDays } from '#app/i18n/preferred-days.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Facts } from '#app/ui/portal/answers.tsx'
import { Actions, ButtonLink } from '#app/ui/portal/buttons.tsx'
import { LetterSection } from '#app/ui/portal/letter.tsx'
import { FirstCallWords } from '../first-call.tsx'
import { Lines } from '../lines.tsx'
import { usePortal } from '../portal.ts'
import { BookAgain } from './book-again.tsx'
import type { CalendarOfTicket } from './calendar-section.tsx'
import { CorrectedAs } from './corrected-as.tsx'
import { DayOfVisit } from './day-of-visit.tsx'
import type { Standing } from './standing.ts'

export type VisitOfPage = TrackedTicket['visits'][number] & {
  today: boolean
  changeUntil: string | null
  /** About when the crew is there. */
  about: string | null
  /** The agreed time is over and nobody has arrived. */
  overdue: boolean
  /** VS-3: what was last put right about its signed record. */
  corrected: { text: string; at: string } | null
}
export interface TrackPage extends Pick<BookingOfCustomer, 'home' | 'again'> {
  token: string
  today: string
  submissionKey: string
  /** Whom the customer would like to be another, and since when (IN-9). */
  asked: { who: OtherToAskFor; at: string }[]
  call: FirstCall
  calendar: CalendarOfTicket
  ticket: Omit<TrackedTicket, 'visits'> & { visits: VisitOfPage[] }
  /** RX-3: its latest return or exchange. */
  returned: CaseForCustomer | null
  /** CP-1: what became of it, when it is a complaint. */
  complaint: ComplaintForCustomer | null
}

/** Where talking to us is the next step. */
const toCall = ['late', 'nobody_told', 'on_the_way'] as const

/** What happens next and when. */
export function Next({ page, standing }: { page: TrackPage; standing: Standing<VisitOfPage> }) {
  const { t } = useWords()
  const { hotlineHref } = usePortal()
  const missed = standing.at === 'missed_you' || standing.at === 'we_missed'
  const over = ['done', 'resolved', 'closed'].includes(standing.at)
  const rating = over ? page.ticket.visits.findLast((visit) => visit.rateToken) : undefined
  return (
    <LetterSection id="next" title={t('track:next.title')}>
      <Said page={page} standing={standing} />
      <div className="gap-5">
        <Actions>
          {page.again && (
            <BookAgain again={page.again} first={missed || standing.at === 'called_off'} />
          )}
          {rating && (
            <ButtonLink
              variant={rating.rated ? undefined : 'primary'}
              icon="star"
              href={`/rate/${rating.rateToken}`}
            >
              {t(rating.rated ? 'track:next.rated' : 'track:next.rate')}
            </ButtonLink>
          )}
          <ButtonLink
            variant={
              (missed && !page.again) || toCall.some((at) => at === standing.at)
                ? 'primary'
                : undefined
            }
            icon="phone"
            href={hotlineHref}
          >
            {t('track:next.call')}
          </ButtonLink>
          {!['cancelled', 'called_off', 'closed', 'withdrawn'].includes(standing.at) && (
            <ButtonLink icon="camera" href="#photos">
              {t('track:next.addPhotos')}
            </ButtonLink>
          )}
        </Actions>
      </div>
    </LetterSection>
  )
}

function Said({ page, standing }: { page: TrackPage; standing: Standing<VisitOfPage> }): ReactNode {
  const { t, format } = useWords()
  const { hours } = usePortal()
  const { ticket } = page
  switch (standing.at) {
    case 'received':
      return (
        <div className="stack">
          <p>
            <FirstCallWords call={page.call} />
          </p>
          <p>{t('track:next.received')}</p>
        </div>
      )
    case 'arranging': {
      const days = sayPreferredDays(ticket.preferredDays, t, format)
      return (
        <div className="stack">
          <p>{t('track:next.arranging')}</p>
          {days.length > 0 && (
            <Facts items={[{ term: t('track:next.preferred'), children: <Lines of={days} /> }]} />
          )}
        </div>
      )
    }
    case 'agreed':
    case 'late':
    case 'nobody':
    case 'nobody_told':
    case 'on_the_way':
    case 'arrived':
    case 'asked':
    case 'working':
    case 'rests':
      return <DayOfVisit page={page} standing={standing} />
    case 'done':
      return (
        <div className="stack">
          {standing.visit.workDone && (
            <Facts
              items={[
                {
                  term: t('track:papers.work'),
                  children: <span className="typed">{standing.visit.workDone}</span>,
                },
              ]}
            />
          )}
          <CorrectedAs visit={standing.visit} />
          <p>{t('track:next.done')}</p>
        </div>
      )
    case 'missed_you':
    case 'we_missed':
      return (
        <p>
          {page.again
            ? t(`track:next.${standing.at}`)
            : t(`track:next.${standing.at}Desk`, { hours })}
        </p>
      )
    case 'handed_on':
      return <p>{t('track:next.handed_on')}</p>
    case 'away':
      return <p>{t('track:next.away')}</p>
    case 'paused':
      return <p>{t('track:next.paused')}</p>
    case 'resolved':
    case 'closed':
      return (
        <div className="stack">
          {ticket.solution && (
            <p className="typed">{t('track:next.resolved', { solution: ticket.solution })}</p>
          )}
          <p>{t('track:next.reopen')}</p>
        </div>
      )
    case 'called_off':
      return <p>{t(page.again ? 'track:next.calledOff' : 'track:next.calledOffDesk')}</p>
    case 'cancelled':
      return <p>{t('track:next.cancelled')}</p>
    case 'withdrawn':
      return <p>{t('track:next.withdrawn')}</p>
    case 'unsolved':
      return (
        <p>{t('track:next.unsolved', { by: ticket.callBy ? format.moment(ticket.callBy) : '' })}</p>
      )
  }
}
