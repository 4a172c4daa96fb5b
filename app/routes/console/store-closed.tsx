import { useWords } from '#app/i18n/use-words.ts'
import { Warn } from '#app/ui/console/sections.tsx'

/** Said above a form that a closed store's people can't send. */
export function StoreClosed({ closed }: { closed: boolean }) {
  const { t } = useWords()
  return closed ? <Warn icon="alert">{t('console:storeClosed')}</Warn> : null
}
