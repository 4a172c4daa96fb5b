import { useWords } from '#app/i18n/use-words.ts'
import { A } from '#app/ui/links.tsx'
import { type FollowUpKind, followUpKinds } from '#db/vocabulary/follow-ups.ts'
import { countWords } from '../navigation.ts'
import { callPath } from './call-paths.ts'

/** The kinds of calls side by side; inspection calls for whoever makes them (FU-5). */
export function KindFilter({
  kind,
  ofKind,
  inspects,
}: {
  kind: FollowUpKind | null
  ofKind: Record<FollowUpKind, number>
  inspects: boolean
}) {
  const { t } = useWords()
  const shown = followUpKinds.filter((one) => one !== 'inspection' || inspects)
  const all = shown.reduce((sum, one) => sum + ofKind[one], 0)
  const tab = (one: FollowUpKind | null) => {
    const count = one ? ofKind[one] : all
    return (
      <A
        key={one ?? 'all'}
        href={callPath(null, one)}
        aria-current={one === kind ? 'page' : undefined}
      >
        {one ? t(`calls:kind.${one}`) : t('calls:filter.all')}
        {count > 0 && <span className="muted">{countWords(t, count)}</span>}
      </A>
    )
  }
  return (
    <nav className="queues" aria-label={t('calls:filter.label')}>
      {tab(null)}
      {shown.map(tab)}
    </nav>
  )
}
