import { useWords } from '#app/i18n/use-words.ts'
import type { VisitOfPage } from './next.tsx'

/** VS-3: what was last put right, beneath what was done. */
export function CorrectedAs({ visit: { corrected } }: { visit: Pick<VisitOfPage, 'corrected'> }) {
  const { t, format } = useWords()
  if (!corrected) return null
  const { text, at } = corrected
  return <p className="typed">{t('track:papers.correctedAs', { text, day: format.day(at) })}</p>
}
