import { sayPreferredDays } from '#app/i18n/preferred-days.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Facts } from '#app/ui/portal/answers.tsx'
import { Lines } from '../lines.tsx'
import { CalendarSection } from './calendar-section.tsx'
import type { TrackPage } from './next.tsx'
import { PapersOfTicket } from './papers.tsx'

/** Beside the letter: the facts, and the papers. */
export function Glance({ page }: { page: TrackPage }) {
  const { t, format } = useWords()
  const { ticket, token, calendar } = page
  const { kind } = ticket
  const home = useHomeFacts(page.home)
  const matter =
    kind === 'delivery' || kind === 'install' || kind === 'survey'
      ? t(`book:service.${kind}`)
      : t(`words:ticketKind.${kind}`)
  const { warranty, contact } = ticket
  const days = sayPreferredDays(ticket.preferredDays, t, format)
  const facts = [
    kind !== 'repair' && { term: t('track:glance.matter'), children: matter },
    ticket.product !== matter && {
      term: t('track:glance.product'),
      children: ticket.product,
    },
    ticket.description !== t('book:ticket.bookedOnline', { service: matter }) &&
      ticket.description !== ticket.product && {
        term: t(kind === 'repair' ? 'track:glance.problem' : 'track:glance.wish'),
        children: <span className="typed">{ticket.description}</span>,
      },
    warranty && {
      term: t('track:glance.warranty'),
      children: t(warranty.covered ? 'track:glance.covered' : 'track:glance.ended', {
        date: format.date(`${warranty.until}T12:00:00Z`),
      }),
    },
    { term: t('track:glance.address'), children: <span className="typed">{ticket.address}</span> },
    ...home,
    days.length > 0 && { term: t('track:glance.days'), children: <Lines of={days} /> },
    contact !== null && { term: t('track:glance.contact'), children: contact },
  ]
  return (
    <aside className="stack">
      <section aria-labelledby="glance">
        <h2 id="glance">{t('track:glance.title')}</h2>
        <Facts items={facts.filter((fact) => fact !== null && fact !== false)} />
      </section>
      <CalendarSection calendar={calendar} token={token} />
      <PapersOfTicket ticket={ticket} token={token} />
    </aside>
  )
}

/** What was said of the home when it was booked, as far as it was. */
function useHomeFacts(home: TrackPage['home']) {
  const { t } = useWords()
  if (!home) return []
  const { lift, floor, parking, takeAway, roomReady } = home
  return [
    lift !== null && {
      term: t('book:check.lift'),
      children: t(lift ? 'book:home.yes' : 'book:home.no'),
    },
    floor !== null && {
      term: t('book:check.floor'),
      children: t('book:check.floorOf', { floor }),
    },
    parking !== null && {
      term: t('book:check.parking'),
      children: t(`book:home.parkingAnswers.${parking}`),
    },
    takeAway !== '' && {
      term: t('book:check.takeAway'),
      children: <span className="typed">{takeAway}</span>,
    },
    roomReady !== null && {
      term: t('book:check.roomReady'),
      children: t(roomReady ? 'book:home.ready' : 'book:home.notReady'),
    },
  ]
}
