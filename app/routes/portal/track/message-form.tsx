import { maxMessagePhotos, messageLength } from '#app/domain/tickets/customer-words-form.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Icon } from '#app/ui/icons.tsx'
import { Composer } from '#app/ui/portal/talk.tsx'
import { TypedCount } from '../typed-count.tsx'

/** Writes to the desk. */
export function MessageForm({
  page: { token, submissionKey },
  reply,
}: {
  page: { token: string; submissionKey: string }
  reply?: ReturnType<typeof useFormOf<'body' | 'submissionKey'>>
}) {
  const { t } = useWords()
  const body = reply?.field('body')
  return (
    <Composer
      id="message"
      action={`/track/${token}/messages#talk`}
      label={t('track:talk.label')}
      send={t('track:talk.send')}
      maxLength={messageLength}
      count={<TypedCount of="message" max={messageLength} />}
      encType="multipart/form-data"
      photo={
        <label className="attach">
          <Icon name="camera" />
          <span>{t('track:talk.attach', { max: maxMessagePhotos })}</span>
          <input
            type="file"
            name="photos"
            accept="image/*,.heic,.heif"
            multiple
            data-enhance="shrink"
          />
        </label>
      }
      error={body?.error ?? reply?.formError}
      errorPrefix={t('common:errorPrefix')}
      defaultValue={body?.defaultValue}
      hidden={
        <input
          type="hidden"
          name="submissionKey"
          value={reply?.field('submissionKey').defaultValue ?? submissionKey}
        />
      }
      data-enhance="draft once"
      data-draft={token}
      data-step="message"
    />
  )
}
