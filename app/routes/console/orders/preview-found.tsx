import { useWords } from '#app/i18n/use-words.ts'
import { Warn } from '#app/ui/console/sections.tsx'
import { useMissingWords } from './missing-words.ts'
import type { PreviewView } from './preview-view.server.ts'

/** What a file comes to, in a sentence; the columns it lacks, and those that weren't recognised. */
export function FoundInFile({ found }: { found: PreviewView }) {
  return (
    <>
      <Outcome found={found} />
      {!found.taken && <Unused columns={found.unused} />}
    </>
  )
}

function Outcome({ found: { taken, lacking, counts } }: { found: PreviewView }) {
  const { t } = useWords()
  const say = useMissingWords()
  if (taken) {
    const done = [
      counts.entered > 0 && t('orders:import.takenCount', { count: counts.entered }),
      counts.filled > 0 && t('orders:import.filledCount', { count: counts.filled }),
    ].filter(Boolean)
    return (
      <Warn tone="good" icon="s-ok">
        {done.join(' ') || t('orders:import.taken')}
      </Warn>
    )
  }
  if (lacking.length > 0) {
    return (
      <Warn tone="bad" icon="alert">
        {t('orders:import.lacking', { columns: say(lacking) })}
      </Warn>
    )
  }
  return (
    <Warn tone={counts.bad > 0 ? 'waiting' : 'good'} icon={counts.bad > 0 ? 'alert' : 's-ok'}>
      {[
        counts.fresh > 0 && t('orders:import.newCount', { count: counts.fresh }),
        counts.fills > 0 && t('orders:import.fillCount', { count: counts.fills }),
        counts.fresh + counts.fills === 0 && t('orders:import.nothing'),
        counts.bad > 0 && t('orders:import.badCount', { count: counts.bad }),
        counts.existing > 0 && t('orders:import.existsCount', { count: counts.existing }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </Warn>
  )
}

function Unused({ columns }: { columns: PreviewView['unused'] }) {
  const { t, locale } = useWords()
  if (columns.length === 0) return null
  const said = columns.map(({ called, like }) =>
    like ? t('orders:import.unusedLike', { called, column: t(`orders:field.${like}`) }) : called,
  )
  return (
    <Warn icon="alert">
      <p>{t('orders:import.unused', { columns: said.join(locale === 'en' ? ', ' : '、') })}</p>
      {columns.some(({ like }) => like !== null) && <p>{t('orders:import.unusedMend')}</p>}
    </Warn>
  )
}
