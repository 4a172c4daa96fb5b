import { useWords } from '#app/i18n/use-words.ts'
import { A } from '#app/ui/links.tsx'
import { type FollowUpKind, followUpKinds } from '#db/vocabulary/follow-ups.ts'
import { callPath } from './call-paths.ts'

/** One kind of call, or all of them; kept in the address. Inspection calls stand there for whoever makes them. */
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
  const choices = [
    { key: null, label: t('calls:filter.all'), count: all },
    ...shown.map((one) => ({ key: one, label: t(`calls:kind.${one}`), count: ofKind[one] })),
  ]
  return (
    <nav className="bar" aria-label={t('calls:filter.label')}>
      {choices.map(({ key, label, count }) => (
        <A
          key={label}
          className={key === kind ? 'btn btn-in on' : 'btn btn-in btn-quiet'}
          href={callPath(null, key)}
          aria-current={key === kind ? 'page' : undefined}
        >
          {label} {count}
        </A>
      ))}
    </nav>
  )
}
