import { sayPreferredDays } from '#app/i18n/preferred-days.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Facts, Papers } from '#app/ui/portal/answers.tsx'
import { Lines } from '../lines.tsx'
import { CalendarSection } from './calendar-section.tsx'
import type { TrackPage } from './next.tsx'

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
      <SignedPapers ticket={ticket} token={token} />
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

function SignedPapers({ ticket, token }: Pick<TrackPage, 'ticket' | 'token'>) {
  const { t, format } = useWords()
  const repair = ticket.kind === 'repair'
  const signed = ticket.visits.filter(({ signedAt }) => signedAt !== null)
  const documents = ticket.pictures.filter(({ pdf }) => pdf)
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">{t('track:papers.title')}</h2>
      {documents.length > 0 && (
        <Papers
          items={documents.map(({ id, name, bytes }) => ({
            href: `/track/${token}/files/${id}`,
            label: name,
            note: `PDF, ${Math.ceil(bytes / 1024)} KB`,
          }))}
        />
      )}
      {signed.length === 0 && (
        <p className="small muted">{t(repair ? 'track:papers.none' : 'track:papers.noneOther')}</p>
      )}
      {signed.map((visit) => {
        const signature = ticket.pictures.find(
          ({ stage, visitId }) => stage === 'signature' && visitId === visit.id,
        )
        const signer = visit.signerName ?? ''
        return (
          <div className="answers" key={visit.id}>
            <details>
              <summary>
                {t(repair ? 'track:papers.record' : 'track:papers.recordOther', {
                  day: format.day(visit.signedAt ?? visit.start),
                })}
              </summary>
              <Facts
                items={[
                  {
                    term: t('track:papers.work'),
                    children: <span className="typed">{visit.workDone}</span>,
                  },
                  {
                    term: t('track:papers.finished'),
                    children: visit.finishedAt && format.moment(visit.finishedAt),
                  },
                  { term: t('track:papers.signer'), children: signer },
                  {
                    term: t('track:papers.signed'),
                    children: visit.signedAt && format.moment(visit.signedAt),
                  },
                ]}
              />
              {signature && (
                <img
                  src={`/track/${token}/files/${signature.id}`}
                  alt={t('track:papers.signature', { name: signer })}
                  loading="lazy"
                />
              )}
            </details>
          </div>
        )
      })}
    </section>
  )
}
