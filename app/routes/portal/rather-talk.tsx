import { useWords } from '#app/i18n/use-words.ts'
import { TalkAside } from '#app/ui/portal/page.tsx'
import { usePortal } from './portal.ts'

/** Beside a form: the number of those who would rather talk. */
export function RatherTalk() {
  const { t } = useWords()
  const { hotline, hotlineHref, hours } = usePortal()
  return (
    <TalkAside title={t('home:frame.talk')}>
      <a href={hotlineHref}>{hotline}</a>
      {t('home:frame.hoursAfter', { hours })}
    </TalkAside>
  )
}

/** The hotline inside a sentence. */
export function HotlineLink() {
  const { hotline, hotlineHref } = usePortal()
  return <a href={hotlineHref}>{hotline}</a>
}
