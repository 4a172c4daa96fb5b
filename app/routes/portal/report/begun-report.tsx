import { useWords } from '#app/i18n/use-words.ts'
import { Notice } from '#app/ui/portal/notices.tsx'

/** The way back to a report this browser began; a script that remembers one shows it. */
export function BegunReport() {
  const { t } = useWords()
  return (
    <div className="begun" data-begun hidden>
      <Notice icon="clock">
        <p>
          {t('report:begun')}
          <b data-begun-product />
        </p>
        <p>
          <a href="/report">{t('report:carryOn')}</a>
        </p>
      </Notice>
    </div>
  )
}
