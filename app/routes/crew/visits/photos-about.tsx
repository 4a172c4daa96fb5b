import { useRef, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Button } from '#app/ui/portal/buttons.tsx'
import { FieldError } from '#app/ui/portal/fields.tsx'
import { PhotoAdd, PhotoRemove, Photos } from '#app/ui/portal/photos.tsx'
import { HiddenFields } from '../kept/hidden-fields.tsx'
import type { WhyNot } from '../kept/entry.ts'
import { useRecord } from '../kept/use-kept.ts'
import { useHydrated } from './hydrated.ts'
import { useVisit } from './loaded-visit.ts'
import { isOnPhone, photoAddress } from './photo-address.ts'
import { shrinkPhoto } from './shrink-photo.ts'

type About = 'damage' | 'custody'

/** Keeps photos of a damage or of what was taken, each an entry of its own. @returns why one couldn't be kept */
export function usePhotosAbout(stage: About) {
  const { id } = useVisit()
  const record = useRecord(id)
  return async (about: string, files: File[]): Promise<WhyNot | null> => {
    for (const file of files) {
      const form = new FormData()
      form.set('stage', stage)
      form.set('about', about)
      form.set('photos', await shrinkPhoto(file), file.name)
      const recorded = await record('photo', form)
      if (!recorded.kept) return recorded.why
    }
    return null
  }
}

interface InHand {
  file: File
  preview: string
}

/** Photos taken while a form is filled in; they are kept once the form is. */
export function usePhotosInHand() {
  const [photos, setPhotos] = useState<InHand[]>([])
  return {
    photos,
    add: (files: File[]) =>
      setPhotos((before) => [
        ...before,
        ...files.map((file) => ({ file, preview: URL.createObjectURL(file) })),
      ]),
    remove: (photo: InHand) => setPhotos((before) => before.filter((one) => one !== photo)),
    clear: () => setPhotos([]),
  }
}

export function PhotosInHand({
  of: { photos, add, remove },
  label,
}: {
  of: ReturnType<typeof usePhotosInHand>
  label: string
}) {
  const { t } = useWords()
  if (!useHydrated()) return <p className="hint">{t('crew:photo.later')}</p>
  return (
    <div className="field">
      <p className="label">{label}</p>
      <Photos
        large
        label={label}
        items={photos.map((photo) => ({
          src: photo.preview,
          alt: photo.file.name,
          removeForm: (
            <PhotoRemove
              type="button"
              label={t('crew:photo.remove', { name: photo.file.name })}
              onClick={() => remove(photo)}
            />
          ),
        }))}
      >
        <PhotoAdd
          label={t('crew:photo.take')}
          onChange={(event) => {
            add([...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ''
          }}
        />
      </Photos>
    </div>
  )
}

/** What was photographed of one damage or one item taken, with the place to take more. */
export function PhotosAbout({
  stage,
  about,
  closed = false,
}: {
  stage: About
  about: string
  closed?: boolean
}) {
  const { id, photos, submissionKey } = useVisit()
  const { t } = useWords()
  const hydrated = useHydrated()
  const keep = usePhotosAbout(stage)
  const form = useRef<HTMLFormElement>(null)
  const [why, setWhy] = useState<WhyNot | null>(null)
  const shown = photos.filter((photo) => photo.about === about)
  if (closed && shown.length === 0) return null
  const word = t(`crew:${stage}.photos`)
  return (
    <form
      ref={form}
      method="post"
      encType="multipart/form-data"
      action={`/crew/visits/${id}/entries`}
      className="gap-3"
    >
      <HiddenFields kind="photo" submissionKey={`${submissionKey}-${about.slice(0, 16)}`} />
      <input type="hidden" name="stage" value={stage} />
      <input type="hidden" name="about" value={about} />
      <Photos
        large
        label={word}
        items={shown.map((photo, index) => ({
          src: photoAddress(photo.id),
          alt: t(`crew:${stage}.alt`, { n: index + 1 }),
          ...(isOnPhone(photo.id)
            ? { foot: t('crew:unsent.mark') }
            : { href: photoAddress(photo.id) }),
        }))}
      >
        {!closed && (
          <PhotoAdd
            label={t('crew:photo.take')}
            name="photos"
            multiple={hydrated}
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])]
              event.currentTarget.value = ''
              void keep(about, files).then(setWhy)
            }}
          />
        )}
      </Photos>
      {why && (
        <FieldError prefix={t('common:errorPrefix')}>{t(`crew:unsent.notKept.${why}`)}</FieldError>
      )}
      {!hydrated && !closed && (
        <p className="gap-3">
          <Button icon="camera">{t('crew:photos.send')}</Button>
        </p>
      )}
    </form>
  )
}
