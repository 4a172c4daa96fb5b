import type { ReactNode } from 'react'
import type { BookingOfCustomer } from '#app/domain/bookings/index.server.ts'
import type { FirstCall, TrackedTicket } from '#app/domain/tickets/index.server.ts'
import { sayPreferredDays } from '#app/i18n/preferred-days.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Facts } from '#app/ui/portal/answers.tsx'
import { Actions, ButtonLink } from '#app/ui/portal/buttons.tsx'
import { LetterSection, When } from '#app/ui/portal/letter.tsx'
import { FirstCallWords } from '../first-call.tsx'
import { Lines } from '../lines.tsx'
import { usePortal } from '../portal.ts'
import { HotlineLink } from '../rather-talk.tsx'
import { BookAgain } from './book-again.tsx'
import type { CalendarOfTicket } from './calendar-section.tsx'
import type { Standing } from './standing.ts'
import { useAppointmentWords } from './visits/appointment.ts'
import { ChangeLinks } from './visits/change-links.tsx'

type TicketOfPage = Omit<TrackedTicket, 'visits'> & {
  visits: (TrackedTicket['visits'][number] & { today: boolean; changeUntil: string | null })[]
}
export interface TrackPage extends Pick<BookingOfCustomer, 'home' | 'again'> {
  token: string
  today: string
  submissionKey: string
  call: FirstCall
  calendar: CalendarOfTicket
  ticket: TicketOfPage
}

/** What happens next and when. */
export function Next({ page, standing }: { page: TrackPage; standing: Standing }) {
  const { t } = useWords()
  const { hotlineHref } = usePortal()
  const over = ['done', 'resolved', 'closed'].includes(standing.at)
  const rating = over ? page.ticket.visits.findLast((visit) => visit.rateToken) : undefined
  return (
    <LetterSection id="next" title={t('track:next.title')}>
      <Said page={page} standing={standing} />
      <div className="gap-5">
        <Actions>
          {page.again && <BookAgain again={page.again} first={standing.at === 'called_off'} />}
          {rating && (
            <ButtonLink
              variant={rating.rated ? undefined : 'primary'}
              icon="star"
              href={`/rate/${rating.rateToken}`}
            >
              {t(rating.rated ? 'track:next.rated' : 'track:next.rate')}
            </ButtonLink>
          )}
          <ButtonLink icon="phone" href={hotlineHref}>
            {t('track:next.call')}
          </ButtonLink>
          {!['cancelled', 'called_off', 'closed'].includes(standing.at) && (
            <ButtonLink icon="camera" href="#photos">
              {t('track:next.addPhotos')}
            </ButtonLink>
          )}
        </Actions>
      </div>
    </LetterSection>
  )
}

function Said({ page, standing }: { page: TrackPage; standing: Standing }): ReactNode {
  const { t, format } = useWords()
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
    case 'on_the_way':
    case 'arrived':
    case 'working':
      return <Appointment page={page} standing={standing} />
    case 'done':
      return <p>{t('track:next.done')}</p>
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
      return <p>{t('track:next.reopen')}</p>
  }
}

function Appointment({
  page,
  standing,
}: {
  page: TrackPage
  standing: Extract<Standing, { visit: unknown }>
}) {
  const { t, locale, format } = useWords()
  const { visit } = standing
  const today = page.ticket.visits.some(({ id, today }) => id === visit.id && today)
  const crew = (locale === 'en' ? visit.crewEn : visit.crewZh) ?? t('track:visits.crewLater')
  const toCome = page.ticket.visits.filter(
    ({ status }) => status === 'confirmed' || status === 'proposed',
  )
  const changeable = toCome.filter(({ changeUntil }) => changeUntil !== null)
  return (
    <>
      <When
        day={today ? t('track:next.today') : format.day(visit.start)}
        time={format.span(visit.start, visit.end)}
        iso={visit.start}
        note={
          standing.at === 'agreed' ? (
            <>
              {today ? format.day(visit.start) : format.daysUntil(visit.start)}
              {locale === 'en' ? '. ' : '，'}
              {t('track:next.ahead')}
            </>
          ) : (
            format.day(visit.start)
          )
        }
      />
      <div className="gap-4">
        <Facts
          items={[
            {
              term: t('track:next.who'),
              children: visit.vehicle
                ? t('track:next.crewOnDay', { crew, vehicle: visit.vehicle })
                : crew,
            },
            {
              term: t('track:next.work'),
              children: (
                <>
                  <span className="typed">{visit.work}</span>
                  <br />
                  <span className="muted small">
                    {t('track:next.about', { minutes: format.minutes(visit.durationMinutes) })}
                  </span>
                </>
              ),
            },
          ]}
        />
      </div>
      <AlsoBooked visits={toCome.filter(({ id }) => id !== visit.id)} />
      <ChangeLinks
        token={page.token}
        visits={changeable.map((one) => ({ ...one, service: one.skill }))}
      />
      {(standing.at !== 'agreed' || changeable.length === 0) && (
        <p className="small muted gap-3">
          {standing.at === 'agreed' ? (
            <>
              {t('track:next.change')}
              <HotlineLink />
              {t('track:next.changeAfter')}
            </>
          ) : (
            t('track:next.working')
          )}
        </p>
      )}
    </>
  )
}

/** The visits that come besides, such as the installation after its delivery. */
function AlsoBooked({ visits }: { visits: TicketOfPage['visits'] }) {
  const { t } = useWords()
  const { say } = useAppointmentWords()
  if (visits.length === 0) return null
  return (
    <div className="gap-4">
      <Facts
        items={visits.map((visit) => ({
          term: t('track:visits.also'),
          children: say({ ...visit, service: visit.skill }),
        }))}
      />
    </div>
  )
}
