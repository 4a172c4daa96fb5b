import { useWords } from '#app/i18n/use-words.ts'
import { Notice } from '#app/ui/portal/notices.tsx'
import { useVisit } from './loaded-visit.ts'

/** DS-4: that the customer knows of it. */
export function ToldLate() {
  const { delay, stage } = useVisit()
  const { t, format } = useWords()
  if (!delay || (stage !== 'confirmed' && stage !== 'on_the_way')) return null
  const reason = t(`words:lateReason.${delay.reason}`)
  return (
    <Notice tone="waiting" icon="clock">
      <p role="status">
        {t('crew:late.standing', { time: format.time(delay.expectedAt), reason })}
      </p>
    </Notice>
  )
}
