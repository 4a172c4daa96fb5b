import type { ReturnReason } from '#db/vocabulary/returns.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Facts } from '#app/ui/portal/answers.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { Lede } from '#app/ui/portal/page.tsx'
import { StepForm, type StepProps } from './step.tsx'

/** RX-2: what the terms and the dates say, and what usually happens, before anything is sent. */
export function CoverStep({ page, answers }: StepProps) {
  const { t, format } = useWords()
  const { cover, line, by } = page
  if (!cover || !line || !by) return null
  const { terms, usual } = cover
  const reason = answers.reason as ReturnReason
  return (
    <StepForm page={page} draft={false} submit={t('asks:ask.cover.submit')}>
      <div>
        <h1>{t('asks:ask.cover.heading')}</h1>
        <Lede>
          {t('asks:ask.cover.lede', { product: line.name, reason: t(`asks:ask.reason.${reason}`) })}
        </Lede>
      </div>
      <section>
        <h2>{t('asks:ask.cover.terms')}</h2>
        {terms.length === 0 && <p>{t('asks:ask.cover.none')}</p>}
        <Facts
          questions
          items={terms.map(({ name, until, verdict, why, remedies }) => ({
            term: name,
            children: (
              <>
                {t(`asks:ask.cover.verdict.${why === 'within' ? 'applies' : why}`, {
                  date: until ? format.date(`${until}T12:00:00Z`) : '',
                })}
                {verdict === 'applies' && (
                  <span className="muted small">
                    <br />
                    {t('asks:ask.cover.entitles', {
                      ways: remedies
                        .map((way) => t(`returns:remedy.${way}`))
                        .join(t('asks:ask.and')),
                    })}
                  </span>
                )}
              </>
            ),
          }))}
        />
      </section>
      {reason === 'transit' && !terms.some(({ verdict }) => verdict === 'applies') && (
        <p>{t('asks:ask.cover.notTransit')}</p>
      )}
      <section>
        <h2>{t('asks:ask.cover.usually')}</h2>
        <p>{usual ? t(`asks:ask.cover.usual.${usual}`) : t('asks:ask.cover.usualNone')}</p>
      </section>
      <Notice icon="clock">
        <p>{t('asks:ask.cover.when', { by: format.moment(by) })}</p>
      </Notice>
    </StepForm>
  )
}
