import { maxReportPhotos } from '#db/vocabulary/tickets.ts'
import type { RefusedPhoto } from '#app/domain/tickets/index.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { ChoiceGroup } from '#app/ui/portal/choices.tsx'
import { PhotoAdd, PhotoRemove, Photos } from '#app/ui/portal/photos.tsx'
import { PhotoSending } from '../photo-sending.tsx'
import { photoPath } from './paths.ts'
import type { ReportPage } from './step.tsx'

/** The photos kept so far, each with its way out, and the way to add more; quicker with a script, whole without. */
export function ReportPhotos({ page, refused }: { page: ReportPage; refused: RefusedPhoto[] }) {
  const { t } = useWords()
  const { photos, token } = page
  return (
    <ChoiceGroup
      id="photos"
      as="bare"
      legend={t('report:photos.legend')}
      hint={t('report:photos.hint', { max: maxReportPhotos })}
      error={
        refused.length > 0
          ? refused.map(({ name, reason }, index) => (
              <span className="clause" key={index}>
                {t(`report:photos.${reason}`, { name })}
              </span>
            ))
          : undefined
      }
      errorPrefix={t('common:errorPrefix')}
    >
      <PhotoSending owner={{ draft: token }} max={maxReportPhotos} removable>
        <Photos
          items={photos.map(({ id, name, pdf }, index) => ({
            src: pdf ? '/paper.svg' : photoPath(token, id),
            alt: pdf ? name : t('report:photos.photo', { n: index + 1 }),
            foot: t('report:photos.kept'),
            removeForm: (
              <PhotoRemove
                name="remove"
                value={id}
                label={t('report:photos.remove', { n: index + 1 })}
              />
            ),
          }))}
        >
          {photos.length < maxReportPhotos && (
            <PhotoAdd name="photos" label={t('report:photos.add')} accept="image/*,.heic,.heif" />
          )}
        </Photos>
      </PhotoSending>
    </ChoiceGroup>
  )
}
