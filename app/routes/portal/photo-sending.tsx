import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Icon } from '#app/ui/icons.tsx'
import { TextButton } from '#app/ui/portal/buttons.tsx'

/** Marks a list of photos that a script may send one by one, with what it needs to draw them. */
export function PhotoSending({
  owner,
  max,
  removable,
  children,
}: {
  owner: { draft: string } | { track: string }
  max: number
  removable?: boolean
  children: ReactNode
}) {
  const { t } = useWords()
  const n = '#'
  return (
    <div
      data-enhance="photos"
      data-owner={Object.keys(owner)[0]}
      data-token={Object.values(owner)[0]}
      data-max={max}
      data-removable={removable}
      data-word-kept={t('report:photos.kept')}
      data-word-processing={t('report:photos.processing')}
      data-word-waiting={t('report:photos.waiting')}
      data-word-sending={t('report:photos.sending', { percent: n })}
      data-word-failed={t('report:photos.failed')}
      data-word-remove={t('report:photos.remove', { n })}
      data-word-stop={t('report:photos.stop', { n })}
      data-word-photo={t('report:photos.photo', { n })}
      data-word-some-failed={t('report:photos.someFailed', { n })}
      data-word-too-many={t('report:photos.tooMany', { max })}
      data-word-too-big={t('report:photos.too_big', { name: n })}
    >
      {children}
      <p className="error gap-2" role="alert" hidden data-photo-trouble>
        <Icon name="alert" />
        <span className="typed" />
      </p>
      <p className="muted gap-2" hidden data-photo-wait>
        {t('report:photos.stillSending')}{' '}
        <TextButton type="button">{t('report:photos.goOn')}</TextButton>
      </p>
      <p className="hidden-text" role="status" data-photo-status />
      <template data-photo-item>
        <li className="photo">
          <img src="data:," alt="" />
          <button type="button" className="photo__remove">
            <Icon name="close" />
            <span className="hidden-text" />
          </button>
          <div className="photo__foot">
            <span />
            <progress value={0} max={100} hidden />
            <br hidden />
            <TextButton type="button" icon="again" hidden>
              {t('report:photos.again')}
            </TextButton>
          </div>
        </li>
      </template>
    </div>
  )
}
