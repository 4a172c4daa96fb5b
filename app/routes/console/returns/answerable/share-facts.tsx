import { useWords } from '#app/i18n/use-words.ts'
import { Facts } from '#app/ui/console/sections.tsx'
import { Table } from '#app/ui/console/table.tsx'
import type { AnswerableView } from './answerable-view.server.ts'
import { ShareBar } from './share-bar.tsx'

type Entry = AnswerableView['entries'][number]

/** One entry: its cause, what shows it, and its shares with the bar. */
export function EntryFacts({ entry, cost }: { entry: Entry; cost: AnswerableView['cost'] }) {
  const { t, format } = useWords()
  const by = t('returns:shares.by', { name: entry.by, when: format.moment(entry.at) })
  return (
    <>
      <Facts
        items={[
          {
            term: t('returns:shares.cause'),
            children: <span className="typed">{entry.cause}</span>,
            hint: by,
          },
          {
            term: t('returns:shares.evidence'),
            children: <span className="typed">{entry.evidence}</span>,
          },
          ...(entry.why
            ? [{ term: t('returns:shares.pending.because'), children: entry.why }]
            : []),
          ...(entry.answeredBy && entry.answer
            ? [
                {
                  term: t(`returns:shares.standing.${entry.standing}`),
                  children: t('returns:shares.pending.answered', {
                    name: entry.answeredBy,
                    reason: entry.answer,
                  }),
                },
              ]
            : []),
        ]}
      />
      <div className="mt">
        <Table
          label={t('rowsOf', { what: format.moment(entry.at) })}
          head={[
            { label: t('returns:shares.party'), main: true },
            { label: t('returns:shares.percent'), num: true },
            ...(cost ? [{ label: t('returns:shares.amount'), num: true }] : []),
          ]}
        >
          {entry.shares.map((share, i) => (
            <tr key={i}>
              <th scope="row">
                {[t(`returns:party.${share.party}`), share.who, share.note]
                  .filter(Boolean)
                  .join(' · ')}
              </th>
              <td className="num">{share.percent} %</td>
              {cost && <td className="num">{format.money(share.amount ?? 0, cost.currency)}</td>}
            </tr>
          ))}
        </Table>
      </div>
      <ShareBar shares={entry.shares} />
    </>
  )
}
