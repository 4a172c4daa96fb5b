import { type Shot, shots } from '#db/vocabulary/returns.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Field } from '#app/ui/portal/fields.tsx'
import { Lede } from '#app/ui/portal/page.tsx'
import { PhotoRemove, Photos } from '#app/ui/portal/photos.tsx'
import { photoPath } from '../report/paths.ts'
import { StepForm, type StepProps } from './step.tsx'

/** Four photos, each asked for by itself; a script makes them small before they are sent. */
export function PhotosStep(props: StepProps) {
  const { t } = useWords()
  return (
    <StepForm page={props.page} files>
      <div>
        <h1>{t('asks:ask.photos.heading')}</h1>
        <Lede>{t('asks:ask.photos.lede')}</Lede>
      </div>
      {shots.map((shot) => (
        <ShotField key={shot} shot={shot} {...props} />
      ))}
    </StepForm>
  )
}

function ShotField({ shot, page, trouble }: StepProps & { shot: Shot }) {
  const { t } = useWords()
  const kept = page.photos.find((photo) => photo.shot === shot)
  const refused = trouble?.refusedPhotos.find((photo) => photo.shot === shot)
  const name = t(`asks:ask.shot.${shot}`)
  return (
    <Field
      id={`shot-${shot}`}
      label={t(`asks:ask.photos.legend.${shot}`)}
      hint={t(`asks:ask.photos.hint.${shot}`)}
      error={refused && t(`report:photos.${refused.reason}`, { name: refused.name })}
      errorPrefix={t('common:errorPrefix')}
    >
      {(aria) => (
        <>
          {kept && (
            <Photos
              items={[
                {
                  src: photoPath(page.token, kept.id),
                  alt: name,
                  foot: t('asks:ask.photos.kept'),
                  removeForm: (
                    <PhotoRemove
                      name="remove"
                      value={kept.id}
                      label={t('asks:ask.photos.remove', { shot: name })}
                    />
                  ),
                },
              ]}
            />
          )}
          <input
            className="input"
            type="file"
            name={`shot-${shot}`}
            accept="image/*,.heic,.heif"
            data-enhance="shrink"
            {...aria}
          />
        </>
      )}
    </Field>
  )
}
