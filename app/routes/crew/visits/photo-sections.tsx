import { useWords } from '#app/i18n/use-words.ts'
import type { UploadRefusal } from '#app/platform/images.server.ts'
import { Button } from '#app/ui/portal/buttons.tsx'
import { FieldError } from '#app/ui/portal/fields.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { PhotoAdd, Photos } from '#app/ui/portal/photos.tsx'
import { useHydrated } from './hydrated.ts'
import { useVisit } from './loaded-visit.ts'
import { isOnPhone, photoAddress } from './photo-address.ts'
import { usePhotoQueue } from './photo-queue.ts'

interface RefusedPhoto {
  name: string
  reason: UploadRefusal
}

const refusedOf = (reply: unknown): RefusedPhoto[] =>
  typeof reply === 'object' && reply !== null && 'refused' in reply
    ? (reply.refused as RefusedPhoto[])
    : []

export const hasRefusedPhotos = (reply: unknown) => refusedOf(reply).length > 0

/** @param workEnded what was there before the work can't be photographed any more */
export function PhotoSections({ workEnded = false }: { workEnded?: boolean }) {
  const { photos } = useVisit()
  const { t } = useWords()
  const hasBefore = photos.some(({ stage }) => stage === 'before')
  return (
    <section>
      <h2>{t('crew:photos.title')}</h2>
      <div className={workEnded && hasBefore ? 'before-after' : undefined}>
        {(!workEnded || hasBefore) && <Stage stage="before" closed={workEnded} />}
        <Stage stage="after" />
      </div>
    </section>
  )
}

function Stage({ stage, closed = false }: { stage: 'before' | 'after'; closed?: boolean }) {
  const { id, photos, submissionKey } = useVisit()
  const { t } = useWords()
  const hydrated = useHydrated()
  const action = `/crew/visits/${id}/photos`
  const queue = usePhotoQueue(id, stage)
  const word = t(`crew:photos.${stage}`)
  const kept = photos.filter((photo) => photo.stage === stage)
  return (
    <form method="post" action={action} encType="multipart/form-data" className="gap-4">
      <h3>{word}</h3>
      <input type="hidden" name="stage" value={stage} />
      <input type="hidden" name="submissionKey" value={`${submissionKey}${stage}`} />
      <Photos
        large
        label={word}
        items={kept.map(({ id }, index) => ({
          src: photoAddress(id),
          alt: t('crew:photos.alt', { stage: word, n: index + 1 }),
          ...(isOnPhone(id) ? { foot: t('crew:unsent.mark') } : { href: photoAddress(id) }),
        }))}
      >
        {!closed && (
          <PhotoAdd
            label={t('crew:photos.add')}
            name="photos"
            onChange={(event) => {
              void queue.add([...(event.currentTarget.files ?? [])])
              event.currentTarget.value = ''
            }}
          />
        )}
      </Photos>
      <div role="status">{queue.open > 0 && t('crew:photos.keeping', { count: queue.open })}</div>
      {queue.notKept.map(({ name, why }, index) => (
        <FieldError key={index} prefix={t('common:errorPrefix')}>
          {why === 'tooBig'
            ? t('crew:unsent.photoTooBig', { name })
            : t(`crew:unsent.notKept.${why}`)}
        </FieldError>
      ))}
      {!hydrated && !closed && (
        <p className="gap-3">
          <Button icon="camera">{t('crew:photos.send')}</Button>
        </p>
      )}
    </form>
  )
}

/** Photos that were not kept, each with its reason. */
export function RefusedPhotos({ reply }: { reply: unknown }) {
  const { t } = useWords()
  const refused = refusedOf(reply)
  if (refused.length === 0) return null
  return (
    <Notice tone="trouble" icon="alert" alert>
      {refused.map(({ name, reason }, index) => (
        <p key={index}>
          {t('crew:photos.refused', { name, reason: t(`crew:photos.reason.${reason}`) })}
        </p>
      ))}
    </Notice>
  )
}
