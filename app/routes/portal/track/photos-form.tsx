import type { RefusedPhoto } from '#app/domain/tickets/index.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Actions, Button } from '#app/ui/portal/buttons.tsx'
import { ErrorSummary } from '#app/ui/portal/fields.tsx'
import { PhotoAdd, Photos } from '#app/ui/portal/photos.tsx'
import { PhotoSending } from '../photo-sending.tsx'

const atOnce = 8

/** Adds photos to the ticket; a script sends them as they are chosen, without one there is a button. */
export function PhotosForm({
  page: { token },
  refused = [],
  refusal,
}: {
  page: { token: string }
  refused?: RefusedPhoto[]
  refusal?: string
}) {
  const { t } = useWords()
  const errors = refused.map(({ name, reason }) => ({
    href: '#photos',
    message: t(`report:photos.${reason}`, { name }),
  }))
  if (refusal) errors.push({ href: '#photos', message: refusal })
  return (
    <form
      method="post"
      action={`/track/${token}/photos#photos`}
      encType="multipart/form-data"
      className="gap-4"
    >
      <ErrorSummary title={(count) => t('common:problems', { count })} errors={errors} />
      <PhotoSending owner={{ track: token }} max={atOnce}>
        <Photos large items={[]}>
          <PhotoAdd
            name="photos"
            icon="plus"
            label={t('track:photos.add')}
            accept="image/*,.heic,.heif"
          />
        </Photos>
      </PhotoSending>
      <div className="gap-3" data-needs-no-script>
        <Actions>
          <Button>{t('track:photos.send')}</Button>
        </Actions>
      </div>
    </form>
  )
}
