import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { FilterDay } from '#app/ui/console/filters.tsx'
import { PageHead } from '#app/ui/console/page.tsx'
import { Facts, Section } from '#app/ui/console/sections.tsx'
import { withinDay } from '../civil-day.ts'
import { ListFilters } from '../lists/list-filters.tsx'
import { RecordFaults } from './record-faults.tsx'
import { BrokenRows, ComplaintRows, RatingRows, VisitRows } from './record-rows.tsx'
import type { RecordView } from './record-view.server.ts'

/** CP-3: somebody's record of a period; every figure says what it counts and shows the rows behind it. */
export function RecordPage({
  record,
  path,
  crumb,
}: {
  record: RecordView
  path: string
  crumb: ReactNode
}) {
  const { t, format } = useWords()
  const { person, from, to, visits, punctuality, rework, complaints } = record
  const settled = punctuality.kept + punctuality.broken
  const share = (part: number, whole: number) =>
    whole === 0 ? '–' : `${Math.round((part / whole) * 100)}%`
  return (
    <>
      <PageHead
        crumb={crumb}
        title={record.own ? t('complaints:record.own') : person.name}
        sub={[...person.roles.map((role) => t(`words:role.${role}`)), person.crew, person.store]
          .filter(Boolean)
          .join(' · ')}
      />
      <ListFilters
        label={t('complaints:record.period')}
        path={path}
        search={{ from, to }}
        filtered={false}
      >
        <FilterDay label={t('complaints:record.from')} name="from" defaultValue={from} />
        <FilterDay label={t('complaints:record.to')} name="to" defaultValue={to} />
      </ListFilters>
      <div className="paper">
        <Section label={t('complaints:record.period')}>
          <p className="muted">
            {t('complaints:record.span', {
              from: format.date(withinDay(from)),
              to: format.date(withinDay(to)),
            })}
          </p>
        </Section>
        <Figure what="visits" value={visits.count}>
          <VisitRows rows={visits.rows} record={record} what="visits" />
        </Figure>
        <Ratings record={record} />
        <Figure
          what="punctuality"
          value={t('complaints:record.punctuality.value', {
            share: share(punctuality.kept, settled),
            kept: punctuality.kept,
            count: settled,
          })}
        >
          <BrokenRows record={record} />
        </Figure>
        <Figure
          what="rework"
          value={t('complaints:record.rework.value', {
            count: rework.count,
            share: share(rework.count, visits.count),
          })}
        >
          <VisitRows rows={rework.rows} record={record} what="rework" />
        </Figure>
        <Figure what="complaints" value={complaints.count}>
          <ComplaintRows record={record} />
        </Figure>
        <Figure
          what="faults"
          value={t('complaints:record.faults.value', {
            count: record.faults.verified,
            serious: record.faults.serious,
          })}
        >
          <RecordFaults record={record} />
        </Figure>
      </div>
    </>
  )
}

type What = 'visits' | 'ratings' | 'punctuality' | 'rework' | 'complaints' | 'faults'

/** A figure, what it counts, and under it what was counted. */
function Figure({ what, value, children }: { what: What; value: ReactNode; children: ReactNode }) {
  const { t } = useWords()
  return (
    <Section id={what} title={t(`complaints:record.${what}.title`)} right={value}>
      <p className="muted xs">{t(`complaints:record.${what}.means`)}</p>
      {children}
    </Section>
  )
}

function Ratings({ record }: { record: RecordView }) {
  const { t } = useWords()
  const { count, averages } = record.ratings
  return (
    <Figure what="ratings" value={count}>
      {count > 0 && (
        <Facts
          two
          items={averages.map(({ question, average }) => ({
            term: t(`words:question.${question}`),
            children: average === null ? '–' : `${average.toFixed(1)} / 5`,
          }))}
        />
      )}
      <RatingRows record={record} />
    </Figure>
  )
}
