import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Warn } from '#app/ui/console/sections.tsx'

/** DS-3: says that visits must move, where it is noticed. */
export function StrandedStrip({ count }: { count: number }) {
  const { t } = useWords()
  if (count === 0) return null
  return (
    <div className="sec">
      <Warn tone="bad" icon="s-risk">
        {t('bookings:strip', { count })}{' '}
        <TextLink href="/console/bookings/stranded">{t('bookings:stripOpen')}</TextLink>
      </Warn>
    </div>
  )
}
