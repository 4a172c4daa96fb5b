import { useWords } from '#app/i18n/use-words.ts'
import { Facts, Papers } from '#app/ui/portal/answers.tsx'
import { CorrectedAs } from './corrected-as.tsx'
import type { TrackPage } from './next.tsx'

type Owner = Pick<TrackPage, 'ticket' | 'token'>

/** What was signed, the receipts of what was taken along, documents; and what was done, in short. */
export function PapersOfTicket({ ticket, token }: Owner) {
  const { t, format } = useWords()
  const repair = ticket.kind === 'repair'
  const signed = ticket.visits.filter(({ signedAt }) => signedAt !== null)
  const papers = [
    ...signed.map((visit) => ({
      href: `/track/${token}/visits/${visit.id}/record`,
      label: t(repair ? 'track:papers.record' : 'track:papers.recordOther', {
        day: format.day(visit.signedAt ?? visit.start),
      }),
      note: visit.corrected && t('track:papers.corrected', { day: format.day(visit.corrected.at) }),
    })),
    ...ticket.items.map(({ number, item }) => ({
      href: `/track/${token}/receipts/${number}`,
      label: t('track:papers.receipt', { number }),
      note: item,
    })),
    ...ticket.pictures
      .filter(({ pdf }) => pdf)
      .map(({ id, name, bytes }) => ({
        href: `/track/${token}/files/${id}`,
        label: name,
        note: `PDF, ${Math.ceil(bytes / 1024)} KB`,
      })),
  ]
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">{t('track:papers.title')}</h2>
      {papers.length > 0 && <Papers items={papers} />}
      {signed.length === 0 && (
        <p className="small muted">{t(repair ? 'track:papers.none' : 'track:papers.noneOther')}</p>
      )}
      <WorkDone ticket={ticket} token={token} />
    </section>
  )
}

function WorkDone({ ticket, token }: Owner) {
  const { t, format } = useWords()
  const finished = ticket.visits.filter(({ status }) => status === 'finished')
  return finished.map((visit) => {
    const signature = ticket.pictures.find(
      ({ stage, visitId }) => stage === 'signature' && visitId === visit.id,
    )
    const signer = visit.signerName ?? ''
    return (
      <div className="answers" key={visit.id}>
        <details>
          <summary>
            {t('track:papers.done', { day: format.day(visit.finishedAt ?? visit.start) })}
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
              ...(visit.signedAt
                ? [
                    { term: t('track:papers.signer'), children: signer },
                    { term: t('track:papers.signed'), children: format.moment(visit.signedAt) },
                  ]
                : []),
            ]}
          />
          <CorrectedAs visit={visit} />
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
  })
}
