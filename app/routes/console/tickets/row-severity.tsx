import { useWords } from '#app/i18n/use-words.ts'
import { Severity } from '#app/ui/console/status.tsx'

/** In a row: a short word, the whole one for who listens. */
export function RowSeverity({ level }: { level: 1 | 2 | 3 | 4 }) {
  const { t } = useWords()
  return (
    <Severity
      level={level}
      label={
        <>
          <span aria-hidden="true">{t(`words:severityShort.${level}`)}</span>
          <span className="vh">{t(`words:severity.${level}`)}</span>
        </>
      }
    />
  )
}
