import { useWords } from '#app/i18n/use-words.ts'
import { Facts } from '#app/ui/portal/answers.tsx'
import { ButtonLink } from '#app/ui/portal/buttons.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { Photos } from '#app/ui/portal/photos.tsx'
import { useVisit } from './loaded-visit.ts'
import { PhotoSections } from './photo-sections.tsx'
import { SignatureForm } from './signature-form.tsx'

/** What was recorded, for the customer to read, and the place to sign it. */
export function Signing() {
  const visit = useVisit()
  const { t, format } = useWords()
  const { signed } = visit
  const done = visit.checks.filter((item) => item.done).length
  return (
    <>
      {signed && (
        <Notice tone="done" icon="done">
          <b>{t('crew:visit.allDone')}</b>
          <p>{t('crew:visit.allDoneText', { name: signed.name })}</p>
        </Notice>
      )}
      <section>
        <h2>{t('crew:sign.did')}</h2>
        <Facts
          items={[
            { term: t(`words:skill.${visit.skill}`), children: visit.workDone },
            { term: t('crew:visit.toDo'), children: visit.work },
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
            <Photos
              large
              items={[
                {
                  src: `/attachments/${signed.drawing}`,
                  alt: t('crew:sign.signatureAlt', { name: signed.name }),
                  foot: t('crew:sign.signed', { name: signed.name, at: format.moment(signed.at) }),
                },
              ]}
            />
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
      <Photos
        large
        items={photos.map(({ id, stage }, index) => ({
          src: `/attachments/${id}`,
          href: `/attachments/${id}`,
          alt: t('crew:photos.alt', { stage: t(`crew:photos.${stage}`), n: index + 1 }),
          foot: t(`crew:photos.${stage}`),
        }))}
      />
    </section>
  )
}
