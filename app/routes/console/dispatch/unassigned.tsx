import { useWords } from '#app/i18n/use-words.ts'
import { Tray } from '#app/ui/console/call.tsx'
import { EmptyState } from '#app/ui/console/page.tsx'
import { Status, Tag } from '#app/ui/console/status.tsx'
import type { UnassignedVisit } from './board-view.server.ts'

/** The visits without a crew: those whose window is over first. */
export function Unassigned({
  visits,
  more,
  noon,
}: {
  visits: UnassignedVisit[]
  more: boolean
  /** An instant of the day shown: its own windows need no date. */
  noon: string
}) {
  const { t, format } = useWords()
  const span = ({ windowStart, windowEnd }: UnassignedVisit) => {
    const hours = format.span(windowStart, windowEnd)
    const day = format.day(windowStart)
    return day === format.day(noon) ? hours : `${day} ${hours}`
  }
  const title = t('visits:dispatch.unassigned')
  if (visits.length === 0) {
    return (
      <section className="tray" aria-label={title}>
        <EmptyState title={t('visits:dispatch.noUnassigned')}>
          {t('visits:dispatch.noUnassignedHint')}
        </EmptyState>
      </section>
    )
  }
  return (
    <Tray
      label={title}
      title={t('visits:dispatch.unassignedCount', { n: visits.length })}
      right={more ? t('visits:dispatch.more') : undefined}
      items={visits.map((visit) => ({
        key: String(visit.id),
        href: `/console/visits/${visit.id}`,
        name: visit.name,
        clock: visit.over ? (
          <Status tone="trouble" icon="s-late">
            {t('visits:dispatch.over')}
          </Status>
        ) : (
          <Tag>{t(`words:skill.${visit.skill}`)}</Tag>
        ),
        what: visit.work,
        note: span(visit),
      }))}
    />
  )
}
