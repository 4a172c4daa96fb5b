import type { CaseForCustomer } from '#app/domain/returns/case-for-customer.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Facts } from '#app/ui/portal/answers.tsx'
import { LetterSection } from '#app/ui/portal/letter.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { Disagree } from './disagree.tsx'
import type { TrackPage } from './next.tsx'
import { useStepWords } from './step-words.ts'

/** RX-3, RX-4: where a return or exchange stands, what was decided, and what is still to come. */
export function ReturnSection({ page, reply }: { page: TrackPage; reply?: unknown }) {
  const { t, format } = useWords()
  const stepWords = useStepWords(page.ticket.visits)
  const one = page.returned
  if (!one) return null
  const { decision, appeal } = one
  const again = decision && (one.status === 'approving' || one.status === 'appealed')
  return (
    <LetterSection id="return" title={t('asks:track.title', { number: one.number })}>
      <div className="stack">
        <p>
          <strong>{t(`asks:track.now.${stateOf(one)}`, { by: byOf(one) })}</strong>
          {one.cancelReason && (
            <>
              <br />
              <span className="typed">{t('asks:track.because', { reason: one.cancelReason })}</span>
            </>
          )}
        </p>
        {decision && one.status !== 'cancelled' && (
          <Facts
            items={[
              {
                term: t(again ? 'asks:track.decidedBefore' : 'asks:track.decided', {
                  day: format.day(decision.at),
                }),
                children: <span className="typed">{decision.told}</span>,
              },
              ...one.steps.map(stepWords),
            ]}
          />
        )}
        {appeal && one.status !== 'cancelled' && (
          <Notice icon="info">
            <p>
              {t(appeal.answered ? 'asks:track.appeal.answered' : 'asks:track.appeal.said', {
                at: format.moment(appeal.at),
              })}
            </p>
            <p className="typed muted">{appeal.words}</p>
          </Notice>
        )}
      </div>
      {(one.disagreeUntil !== null || reply !== undefined) && (
        <Disagree page={page} until={one.disagreeUntil} reply={reply} />
      )}
    </LetterSection>
  )

  function byOf({ answerBy }: CaseForCustomer) {
    return answerBy ? format.moment(answerBy) : ''
  }
}

function stateOf({ status, late, answerBy, decision, steps }: CaseForCustomer) {
  switch (status) {
    case 'asked':
    case 'approving':
    case 'appealed':
      if (late) return 'late'
      return answerBy === null ? 'again' : status
    case 'acting':
      if (!decision || steps.length === 0) return 'decided'
      return steps.every((step) => step.status === 'done') ? 'ready' : status
    default:
      return status
  }
}
