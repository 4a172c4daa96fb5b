import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { Facts, NextPanel, Section } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { complaintPath, verdictLook } from './complaint-look.ts'
import type { ComplaintView } from './complaint-view.server.ts'

/** What is to be done now; nothing once it ended. */
export function NextStep({ complaint }: { complaint: ComplaintView }) {
  const { t } = useWords()
  const { status, owner, may, number } = complaint
  const at = complaintPath(number)
  if (!may.change) return null
  const step = owner === null ? 'owner' : status === 'answered' ? 'verdict' : 'answer'
  return (
    <Section label={t('complaints:next.label')}>
      <NextPanel
        why={t(`complaints:next.${step}.why`)}
        actions={
          <>
            {step === 'answer' && (
              <BtnLink href={`${at}/findings`}>{t('complaints:finding.do')}</BtnLink>
            )}
            <BtnLink variant="go" href={`${at}/${step}`}>
              {t(`complaints:next.${step}.do`)}
            </BtnLink>
          </>
        }
      >
        {t(`complaints:next.${step}.title`)}
      </NextPanel>
    </Section>
  )
}

/** CP-1: what was found out, the first first. */
export function Findings({ complaint }: { complaint: ComplaintView }) {
  const { t, format } = useWords()
  const { findings, may, number } = complaint
  return (
    <Section title={t('complaints:finding.title')}>
      {findings.length === 0 ? (
        <p className="muted">{t('complaints:finding.none')}</p>
      ) : (
        <Facts
          items={findings.map((finding) => ({
            term: finding.by,
            children: <span className="typed">{finding.body}</span>,
            hint: format.moment(finding.at),
          }))}
        />
      )}
      {may.change && (
        <div className="actions mt">
          <BtnLink icon="plus" href={`${complaintPath(number)}/findings`}>
            {t('complaints:finding.do')}
          </BtnLink>
        </div>
      )}
    </Section>
  )
}

/** CP-1: cause, resolution, verdict and how it ended, as far as they are there. */
export function Answer({ complaint }: { complaint: ComplaintView }) {
  const { t, format } = useWords()
  const { answer, verdict, closed, cause } = complaint
  if (!answer) return null
  const typed = (words: string) => <span className="typed">{words}</span>
  return (
    <Section title={t('complaints:answer.title')}>
      <Facts
        items={[
          { term: t('complaints:answer.cause'), children: typed(cause) },
          {
            term: t('complaints:answer.resolution'),
            children: typed(answer.words),
            hint: t('complaints:byAt', { name: answer.by ?? '', at: format.moment(answer.at) }),
          },
          ...(verdict
            ? [
                {
                  term: t('complaints:verdict.title'),
                  children: (
                    <>
                      <Status {...verdictLook[verdict.verdict]}>
                        {t(`complaints:verdict.${verdict.verdict}`)}
                      </Status>{' '}
                      {verdict.words && typed(verdict.words)}
                    </>
                  ),
                  hint: t('complaints:byAt', {
                    name: verdict.by ?? t('complaints:verdict.online'),
                    at: format.moment(verdict.at),
                  }),
                },
              ]
            : []),
          ...(closed
            ? [
                {
                  term: t('complaints:close.title'),
                  children: typed(closed.because ?? t('complaints:close.byVerdict')),
                  hint: closed.by
                    ? t('complaints:byAt', { name: closed.by, at: format.moment(closed.at) })
                    : format.moment(closed.at),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}
