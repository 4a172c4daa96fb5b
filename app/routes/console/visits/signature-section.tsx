import { useWords } from '#app/i18n/use-words.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { Events, Facts, PhotosGrid, Section, Warn } from '#app/ui/console/sections.tsx'
import { CorrectionForm } from './correction-form.tsx'
import { useVisit } from './loaded-visit.ts'

/** VS-3: whether it is signed and still as it was signed; the record itself, and the way to put something right. */
export function SignatureSection({ correction }: { correction?: FormReply | null | undefined }) {
  const { id, record, mayCorrect } = useVisit()
  const { t } = useWords()
  if (record.state === 'unsigned') {
    return (
      <Section title={t('visits:visit.signature')}>
        <p className="muted">{t('visits:visit.unsigned')}</p>
      </Section>
    )
  }
  return (
    <Section title={t('visits:visit.signature')} id="record">
      {record.state === 'broken' ? (
        <Warn tone="bad" icon="alert">
          <b>{t('visits:visit.broken')}</b>
          <p>{t(`visits:visit.${record.fault}`)}</p>
        </Warn>
      ) : (
        <Whole record={record} />
      )}
      <Corrections />
      <div className="mt">
        <BtnLink href={`/console/visits/${id}/record`} icon="doc" target="_blank">
          {t('visits:correction.record')}
        </BtnLink>
      </div>
      {mayCorrect && (
        <CorrectionForm
          key={record.state === 'valid' ? record.corrections : record.fault}
          reply={correction}
        />
      )}
    </Section>
  )
}

/** What was put right after signing, by whom and when. */
function Corrections() {
  const { corrections } = useVisit()
  const { t, format } = useWords()
  if (corrections.length === 0) return null
  return (
    <div className="mt">
      <Events
        items={corrections.map(({ text, by, at }, index) => ({
          key: String(index),
          icon: 'doc',
          what: <span className="typed">{text}</span>,
          by: t('visits:correction.by', { name: by, at: format.moment(at) }),
        }))}
      />
    </div>
  )
}

type Valid = Extract<ReturnType<typeof useVisit>['record'], { state: 'valid' }>

function Whole({
  record: { signerName: name, signedAt, seq, hash, corrections },
}: {
  record: Valid
}) {
  const { signature } = useVisit()
  const { t, format } = useWords()
  return (
    <>
      <Warn tone="good" icon="shield">
        <b>{t('visits:visit.valid')}</b>
        <p>{t('visits:visit.validText', { name, at: format.moment(signedAt), seq })}</p>
        {corrections > 0 && <p>{t('visits:correction.count', { count: corrections })}</p>}
      </Warn>
      <div className="mt">
        {signature && (
          <PhotosGrid
            items={[
              {
                href: `/attachments/${signature}`,
                src: `/attachments/${signature}`,
                alt: t('visits:visit.signatureAlt', { name }),
                caption: name,
                whole: true,
              },
            ]}
          />
        )}
      </div>
      <div className="mt">
        <Facts items={[{ term: t('visits:visit.hash'), children: <code>{hash}</code> }]} />
      </div>
    </>
  )
}
