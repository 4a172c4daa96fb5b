import { useWords } from '#app/i18n/use-words.ts'
import { FieldDense } from '#app/ui/console/fields.tsx'
import { acceptedFiles } from './message-draft.tsx'

/** What goes along with a note or a message, where no script runs. */
export function FilesField({ id }: { id: string }) {
  const { t } = useWords()
  return (
    <FieldDense id={id} label={t('tickets:composer.attach')} hint={t('tickets:photos.hint')}>
      {(aria) => <input {...aria} type="file" name="files" multiple accept={acceptedFiles} />}
    </FieldDense>
  )
}
