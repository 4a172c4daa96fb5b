import { useWords } from '#app/i18n/use-words.ts'
import { ButtonLink } from '#app/ui/portal/buttons.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { Photos } from '#app/ui/portal/photos.tsx'
import { Corrections } from './corrections.tsx'
import { Taken } from './custody.tsx'
import { Damages } from './damage.tsx'
import { Extras } from './extras.tsx'
import { GiveBack } from './give-back.tsx'
import { useVisit } from './loaded-visit.ts'
import { isOnPhone, photoAddress } from './photo-address.ts'
import { PhotoSections } from './photo-sections.tsx'
import { useOutbox } from '../kept/use-kept.ts'
import { SignatureForm } from './signature-form.tsx'
import { WorkFacts } from './work-facts.tsx'

/** What was recorded, for the customer to read, and the place to sign it. */
export function Signing() {
  const visit = useVisit()
  const { t, format } = useWords()
  const { signed } = visit
  const tooLate = useOutbox().entries.some(
    ({ kind, visitId, refusal }) =>
      kind === 'signature' && visitId === visit.id && refusal?.refusal === 'visitSigned',
  )
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
        <WorkFacts />
      </section>
      <Damages closed={signed !== null} />
      <Extras />
      <Taken closed={signed !== null} />
      <GiveBack />
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
                    src: photoAddress(signed.drawing),
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
      {signed && <Corrections />}
    </>
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
                src: photoAddress(id),
                ...(isOnPhone(id) ? {} : { href: photoAddress(id) }),
                alt: t('crew:photos.alt', { stage: t(`crew:photos.${stage}`), n: index + 1 }),
                foot: t(`crew:photos.${stage}`),
              }))}
          />
        ))}
      </div>
    </section>
  )
}
