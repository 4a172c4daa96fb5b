import { crewSteps } from '#db/vocabulary/visits.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Events, Facts, PhotosGrid, Section, Warn } from '#app/ui/console/sections.tsx'
import { useVisit } from './loaded-visit.ts'

/** What happened at the home, as far as it has happened (VS-1, VS-2, VS-3). */
export function VisitRecord() {
  const visit = useVisit()
  const { t, format } = useWords()
  if (visit.status === 'proposed') return null
  return (
    <>
      <Section title={t('visits:visit.times')}>
        <Events
          items={crewSteps.map((step) => {
            const at = visit.times[step]
            return {
              key: step,
              icon: at ? 's-ok' : 's-new',
              tone: at ? 'done' : 'idle',
              what: t(`words:step.${step}`),
              at: at ? (
                <time className="at" dateTime={at}>
                  {format.moment(at)}
                </time>
              ) : (
                <span className="muted">{t('visits:visit.notYet')}</span>
              ),
            }
          })}
        />
      </Section>
      <Checks />
      <Pictures />
      {visit.workDone && (
        <Section title={t('visits:visit.workDone')}>
          <p className="typed">{visit.workDone}</p>
        </Section>
      )}
      {visit.status !== 'cancelled' && <Signature />}
    </>
  )
}

function Checks() {
  const { checks } = useVisit()
  const { t } = useWords()
  if (checks.length === 0) return null
  return (
    <Section title={t('visits:visit.checklist')}>
      <Events
        items={checks.map((item) => ({
          key: String(item.id),
          icon: item.done ? 's-ok' : item.reason ? 's-cancel' : 's-new',
          tone: item.done ? 'done' : item.reason ? 'waiting' : 'idle',
          what: item.text,
          by: item.must && t('visits:visit.must'),
          at: (
            <span className="muted">
              {item.done
                ? t('visits:visit.done')
                : item.reason
                  ? t('visits:visit.leftOut', { reason: item.reason })
                  : t('visits:visit.open')}
            </span>
          ),
        }))}
      />
    </Section>
  )
}

function Pictures() {
  const { photos } = useVisit()
  const { t } = useWords()
  if (photos.length === 0) return null
  return (
    <Section title={t('visits:visit.photos')}>
      <PhotosGrid
        items={photos.map(({ id, stage }, index) => ({
          href: `/attachments/${id}`,
          src: `/attachments/${id}`,
          alt: t('visits:visit.photoAlt', { stage: t(`visits:visit.${stage}`), n: index + 1 }),
          caption: t(`visits:visit.${stage}`),
        }))}
      />
    </Section>
  )
}

function Signature() {
  const { record, signature } = useVisit()
  const { t, format } = useWords()
  if (record.state === 'unsigned') {
    return (
      <Section title={t('visits:visit.signature')}>
        <p className="muted">{t('visits:visit.unsigned')}</p>
      </Section>
    )
  }
  if (record.state === 'broken') {
    return (
      <Section title={t('visits:visit.signature')}>
        <Warn tone="bad" icon="alert">
          <b>{t('visits:visit.broken')}</b>
          <p>{t(`visits:visit.${record.fault}`)}</p>
        </Warn>
      </Section>
    )
  }
  const { signerName: name } = record
  return (
    <Section title={t('visits:visit.signature')}>
      <Warn tone="good" icon="shield">
        <b>{t('visits:visit.valid')}</b>
        <p>
          {t('visits:visit.validText', {
            name,
            at: format.moment(record.signedAt),
            seq: record.seq,
          })}
        </p>
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
              },
            ]}
          />
        )}
      </div>
      <div className="mt">
        <Facts items={[{ term: t('visits:visit.hash'), children: <code>{record.hash}</code> }]} />
      </div>
    </Section>
  )
}
