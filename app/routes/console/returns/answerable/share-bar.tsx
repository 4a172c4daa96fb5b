import type { Party } from '#db/vocabulary/returns.ts'
import { useWords } from '#app/i18n/use-words.ts'

/** RX-5: the shares as one bar, where there are several; its words say the same. */
export function ShareBar({ shares }: { shares: readonly { party: Party; percent: number }[] }) {
  const { t } = useWords()
  const shown = shares.filter(({ percent }) => percent > 0)
  if (shown.length < 2) return null
  const starts = shown.map((_, i) =>
    shown.slice(0, i).reduce((sum, { percent }) => sum + percent, 0),
  )
  const parts = shown.map(({ party, percent }) =>
    t('returns:shares.part', { party: t(`returns:party.${party}`), percent }),
  )
  return (
    <svg
      className="share mt"
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      role="img"
      aria-label={t('returns:shares.bar', { parts: parts.join(t('returns:shares.between')) })}
    >
      {shown.map(({ percent }, i) => (
        <rect key={i} x={starts[i]} width={Math.max(0.5, percent - 0.5)} height="4" />
      ))}
    </svg>
  )
}
