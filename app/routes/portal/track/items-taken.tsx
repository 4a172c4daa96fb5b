import { useWords } from '#app/i18n/use-words.ts'
import { Facts } from '#app/ui/portal/answers.tsx'
import { LetterSection } from '#app/ui/portal/letter.tsx'
import type { TrackPage } from './next.tsx'

/** VS-4, VS-5: what left the home, against which receipt, and when it is back. */
export function ItemsTaken({ page: { ticket, token } }: { page: TrackPage }) {
  const { t, format } = useWords()
  if (ticket.items.length === 0) return null
  return (
    <LetterSection id="items" title={t('track:items.title')}>
      <Facts
        items={ticket.items.map(({ number, item, purpose, takenAt, backOn, returnedAt }) => ({
          term: <span className="typed">{item}</span>,
          children: (
            <>
              {purpose === 'exchange'
                ? t('track:items.forGood', { day: format.day(takenAt) })
                : returnedAt
                  ? t('track:items.back', { day: format.day(returnedAt) })
                  : backOn
                    ? t('track:items.awayUntil', {
                        day: format.day(takenAt),
                        back: format.day(`${backOn}T12:00:00Z`),
                      })
                    : t('track:items.away', { day: format.day(takenAt) })}
              <br />
              <a href={`/track/${token}/receipts/${number}`}>
                {t('track:papers.receipt', { number })}
              </a>
            </>
          ),
        }))}
      />
    </LetterSection>
  )
}
