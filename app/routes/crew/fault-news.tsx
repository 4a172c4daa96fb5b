import { useWords } from '#app/i18n/use-words.ts'
import { A } from '#app/ui/links.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'

/** CP-2: somebody put a fault to them, and their side of it is awaited. */
export function FaultNews({ count }: { count: number }) {
  const { t } = useWords()
  if (count === 0) return null
  return (
    <div className="gap-3">
      <Notice tone="trouble" icon="info">
        {t('crew:faults.awaited', { count })}{' '}
        <A href="/console/account/record#faults">{t('crew:faults.open')}</A>
      </Notice>
    </div>
  )
}
