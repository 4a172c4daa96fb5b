import type { TrackedTicket } from '#app/domain/tickets/index.server.ts'
import { sayPreferredDays } from '#app/i18n/preferred-days.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Facts, Papers } from '#app/ui/portal/answers.tsx'
import { type CalendarOfTicket, CalendarSection } from './calendar-section.tsx'
import { Lines } from '../lines.tsx'

type Ticket = Omit<TrackedTicket, 'visits'> & { visits: TrackedTicket['visits'] }

/** Beside the letter: the facts, and the papers. */
export function Glance({
  ticket,
  token,
  calendar,
}: {
  ticket: Ticket
  token: string
  calendar: CalendarOfTicket
}) {
  const { t, format } = useWords()
  const { warranty, contact } = ticket
  const days = sayPreferredDays(ticket.preferredDays, t, format)
  const facts = [
    { term: t('track:glance.product'), children: ticket.product },
    {
      term: t('track:glance.problem'),
      children: <span className="typed">{ticket.description}</span>,
    },
    warranty && {
      term: t('track:glance.warranty'),
      children: t(warranty.covered ? 'track:glance.covered' : 'track:glance.ended', {
        date: format.date(`${warranty.until}T12:00:00Z`),
      }),
    },
    { term: t('track:glance.address'), children: <span className="typed">{ticket.address}</span> },
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

function SignedPapers({ ticket, token }: { ticket: Ticket; token: string }) {
  const { t, format } = useWords()
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
      {signed.length === 0 && <p className="small muted">{t('track:papers.none')}</p>}
      {signed.map((visit) => {
        const signature = ticket.pictures.find(
          ({ stage, visitId }) => stage === 'signature' && visitId === visit.id,
        )
        const signer = visit.signerName ?? ''
        return (
          <div className="answers" key={visit.id}>
            <details>
              <summary>
                {t('track:papers.record', { day: format.day(visit.signedAt ?? visit.start) })}
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
