import { useWords } from '#app/i18n/use-words.ts'
import { Warn } from '#app/ui/console/sections.tsx'
import type { Remedy } from '#db/vocabulary/returns.ts'
import type { CaseView } from './case-view.server.ts'

/** RX-2: how a remedy goes against the terms, or beyond them; nothing for what they give. */
export function BeyondTerms({ one: { terms }, remedy }: { one: CaseView; remedy: Remedy }) {
  const { t } = useWords()
  const applied = terms.filter(({ verdict }) => verdict === 'applies')
  if (remedy === 'reject') {
    if (applied.length === 0) return null
    const names = applied.map(({ name }) => name).join(' · ')
    return <Warn icon="alert">{t('returns:decide.covered', { terms: names })}</Warn>
  }
  if (applied.length === 0) {
    const unsure = terms.length === 0 || terms.some(({ verdict }) => verdict === 'unknown')
    return unsure ? null : <p className="muted">{t('returns:decide.goodwill')}</p>
  }
  if (applied.some(({ allowed }) => allowed.includes(remedy))) return null
  return (
    <Warn icon="alert">
      {t('returns:decide.outside', { remedy: t(`returns:remedy.${remedy}`) })}
    </Warn>
  )
}
