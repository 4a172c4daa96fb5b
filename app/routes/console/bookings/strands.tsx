import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Warn } from '#app/ui/console/sections.tsx'
import { Table } from '#app/ui/console/table.tsx'
import type { StrandsShown, StrandView } from './strands-reply.server.ts'

/** Visits that must move, one a row. */
export function StrandsTable({ visits }: { visits: StrandView[] }) {
  const { t, format, locale } = useWords()
  return (
    <Table
      label={t('roster:tableOf', { what: t('roster:strands.table') })}
      head={[
        { label: t('roster:strands.number') },
        { label: t('roster:strands.customer') },
        { label: t('roster:strands.window') },
        { label: t('roster:strands.crew') },
      ]}
    >
      {visits.map((visit) => (
        <tr key={visit.id}>
          <th scope="row">
            <TextLink href={`/console/visits/${visit.id}`}>{visit.number}</TextLink>
          </th>
          <td>{visit.name}</td>
          <td>
            {format.day(visit.start)} {format.span(visit.start, visit.end)}
          </td>
          <td>{locale === 'en' ? visit.crewEn : visit.crewZh}</td>
        </tr>
      ))}
    </Table>
  )
}

/** What a form's change would strand, and the stamp that makes the next saving an agreement. */
export function WouldStrandList({ strands }: { strands: StrandsShown | null }) {
  const { t } = useWords()
  if (!strands) return null
  return (
    <div className="wide">
      <StrandsTable visits={strands.visits} />
      <p className="xs muted mt">{t('roster:strands.note')}</p>
      <input type="hidden" name="strands" value={strands.stamp} />
    </div>
  )
}

/** After the change: what still must move, with the way there. */
export function Stranded({ visits }: { visits: StrandView[] }) {
  const { t } = useWords()
  if (visits.length === 0) return null
  return (
    <>
      <Warn icon="s-risk">
        {t('roster:strands.note')}{' '}
        <TextLink href="/console/bookings/stranded">{t('roster:strands.all')}</TextLink>
      </Warn>
      <div className="mt">
        <StrandsTable visits={visits} />
      </div>
    </>
  )
}

/** The strands an action answered with, if it did. */
export function strandsIn(reply: unknown): StrandsShown | null {
  if (typeof reply !== 'object' || reply === null || !('strands' in reply)) return null
  return (reply as { strands: StrandsShown | null }).strands
}
