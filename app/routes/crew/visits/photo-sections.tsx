import { useWords } from '#app/i18n/use-words.ts'
import type { UploadRefusal } from '#app/platform/images.server.ts'
import { Button, TextButton } from '#app/ui/portal/buttons.tsx'
import { FieldError } from '#app/ui/portal/fields.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { PhotoAdd, Photos } from '#app/ui/portal/photos.tsx'
import { useHydrated } from './hydrated.ts'
import { useVisit } from './loaded-visit.ts'
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
  const queue = usePhotoQueue(action, stage)
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
        items={[
          ...kept.map((photo, index) => ({
            src: `/attachments/${photo.id}`,
            href: `/attachments/${photo.id}`,
            alt: t('crew:photos.alt', { stage: word, n: index + 1 }),
          })),
          ...queue.waiting.map((photo) => ({
            src: photo.preview,
            alt: photo.name,
            state: photo.state,
          })),
        ]}
      >
        {!closed && (
          <PhotoAdd
            label={t('crew:photos.add')}
            name="photos"
            onChange={(event) => {
              queue.add([...(event.currentTarget.files ?? [])])
              event.currentTarget.value = ''
            }}
          />
        )}
      </Photos>
      <div role="status">
        {queue.sending && t('crew:photos.sending', { done: queue.done + 1, of: queue.all })}
      </div>
      {queue.failed > 0 && !queue.sending && (
        <>
          <FieldError prefix={t('common:errorPrefix')}>
            {t('crew:photos.failed', { n: queue.failed })}
          </FieldError>
          <TextButton icon="again" type="button" onClick={queue.retry}>
            {t('crew:photos.retry')}
          </TextButton>
        </>
      )}
      {queue.refusal && (
        <FieldError prefix={t('common:errorPrefix')}>
          {t(`refusals:${queue.refusal.refusal}` as 'refusals:notFound', queue.refusal.values)}
        </FieldError>
      )}
      <RefusedPhotos reply={{ refused: queue.refused }} />
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
