import { useWords } from '#app/i18n/use-words.ts'
import { A } from '#app/ui/links.tsx'

/** The saved views side by side; nothing where there are none. */
export function ViewTabs({
  views,
  query,
}: {
  views: { id: number; name: string; query: string; by: string | null }[]
  /** What stands in the address. */
  query: string
}) {
  const { t } = useWords()
  if (views.length === 0) return null
  return (
    <nav className="queues" aria-label={t('queues:views.label')}>
      {views.map((view) => (
        <A
          key={view.id}
          href={`/console/tickets?${view.query}`}
          aria-current={view.query === query ? 'page' : undefined}
          title={view.by === null ? undefined : t('queues:views.by', { name: view.by })}
        >
          {view.name}
        </A>
      ))}
      <A href="/console/tickets/views">{t('queues:views.manage')}</A>
    </nav>
  )
}
