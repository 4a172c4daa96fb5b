import { crewSteps } from '#db/vocabulary/visits.ts'
import { useWords } from '#app/i18n/use-words.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import { Events, PhotosGrid, Section } from '#app/ui/console/sections.tsx'
import { AtHome, Outcome } from './at-home.tsx'
import { useVisit } from './loaded-visit.ts'
import { SignatureSection } from './signature-section.tsx'

/**
 * What happened at the home, as far as it has happened (VS-1, VS-2, VS-3).
 * @param correction what the form that corrects the record was answered with
 */
export function VisitRecord({ correction }: { correction?: FormReply | null | undefined }) {
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
      <AtHome />
      <Checks />
      <Pictures />
      {visit.workDone && (
        <Section title={t('visits:visit.workDone')}>
          <Outcome />
          <p className="typed">{visit.workDone}</p>
        </Section>
      )}
      {visit.status !== 'cancelled' && <SignatureSection correction={correction} />}
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
          icon: item.reading?.outside
            ? 's-risk'
            : item.done
              ? 's-ok'
              : item.reason
                ? 's-cancel'
                : 's-new',
          tone: item.reading?.outside || item.reason ? 'waiting' : item.done ? 'done' : 'idle',
          what: item.text,
          by: item.must && t('visits:visit.must'),
          at: (
            <span className="muted">
              {item.reading
                ? t(item.reading.outside ? 'visits:visit.outside' : 'visits:visit.reading', {
                    value: item.reading.value,
                    unit: item.reading.unit,
                  })
                : item.done
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
