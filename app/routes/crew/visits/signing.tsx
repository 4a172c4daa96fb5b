import { useFetcher } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { Facts } from '#app/ui/portal/answers.tsx'
import { ButtonLink } from '#app/ui/portal/buttons.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { Photos } from '#app/ui/portal/photos.tsx'
import { useVisit } from './loaded-visit.ts'
import { PhotoSections } from './photo-sections.tsx'
import { replyOf } from '../sending.ts'
import { SignatureForm, signingKey } from './signature-form.tsx'

/** What was recorded, for the customer to read, and the place to sign it. */
export function Signing() {
  const visit = useVisit()
  const { t, format } = useWords()
  const { signed } = visit
  const fetcher = useFetcher({ key: signingKey(visit.id) })
  const tooLate = replyOf(fetcher.data)?.refusal?.refusal === 'visitSigned'
  const done = visit.checks.filter((item) => item.done).length
  return (
    <>
      {signed && tooLate && (
        <Notice tone="trouble" icon="alert" alert>
          {t('crew:sign.meanwhile', { name: signed.name, at: format.moment(signed.at) })}
        </Notice>
      )}
      {signed && !tooLate && (
        <Notice tone="done" icon="done">
          <b>{t('crew:visit.allDone')}</b>
          <p>{t('crew:visit.allDoneText', { name: signed.name })}</p>
        </Notice>
      )}
      <p className="muted">{t('crew:sign.asked', { work: visit.work })}</p>
      <section>
        <h2>{t('crew:sign.did')}</h2>
        <Facts
          items={[
            { term: t(`words:skill.${visit.skill}`), children: visit.workDone },
            ...(visit.checks.length > 0
              ? [
                  {
                    term: t('crew:sign.checks'),
                    children: t('crew:sign.checksDone', { done, of: visit.checks.length }),
                  },
                ]
              : []),
          ]}
        />
        <LeftOut />
      </section>
      {signed ? <FinalPhotos /> : <PhotoSections workEnded />}
      {signed ? (
        <section>
          <h2>{t('crew:sign.title')}</h2>
          {signed.drawing && (
            <div className="signature-kept">
              <Photos
                large
                items={[
                  {
                    src: `/attachments/${signed.drawing}`,
                    alt: t('crew:sign.signatureAlt', { name: signed.name }),
                    foot: t('crew:sign.signed', {
                      name: signed.name,
                      at: format.moment(signed.at).replaceAll(' ', '\u00a0'),
                    }),
                  },
                ]}
              />
            </div>
          )}
          <p className="gap-5">
            <ButtonLink href="/crew">{t('crew:visit.backToToday')}</ButtonLink>
          </p>
        </section>
      ) : (
        <SignatureForm />
      )}
    </>
  )
}

function LeftOut() {
  const { checks } = useVisit()
  const { t } = useWords()
  const left = checks.filter((item) => item.reason)
  if (left.length === 0) return null
  return (
    <Facts
      items={left.map((item) => ({
        term: item.text,
        children: t('crew:checks.leftOut', { reason: item.reason ?? '' }),
      }))}
    />
  )
}

function FinalPhotos() {
  const { photos } = useVisit()
  const { t } = useWords()
  if (photos.length === 0) return null
  return (
    <section>
      <h2>{t('crew:photos.title')}</h2>
      <div className="before-after">
        {(['before', 'after'] as const).map((stage) => (
          <Photos
            key={stage}
            large
            label={t(`crew:photos.${stage}`)}
            items={photos
              .filter((photo) => photo.stage === stage)
              .map(({ id }, index) => ({
                src: `/attachments/${id}`,
                href: `/attachments/${id}`,
                alt: t('crew:photos.alt', { stage: t(`crew:photos.${stage}`), n: index + 1 }),
                foot: t(`crew:photos.${stage}`),
              }))}
          />
        ))}
      </div>
    </section>
  )
}
