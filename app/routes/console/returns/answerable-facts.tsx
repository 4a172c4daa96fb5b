import { useWords } from '#app/i18n/use-words.ts'
import { Facts, Section } from '#app/ui/console/sections.tsx'
import { Table } from '#app/ui/console/table.tsx'
import type { CaseView } from './case-view.server.ts'

/** RX-5: the cause and the shares in force. */
export function AnswerableFacts({ one }: { one: CaseView }) {
  const { t, format } = useWords()
  const { answerable } = one
  if (answerable === null) return null
  const { shares, total } = answerable
  const party = (share: (typeof shares)[number]) =>
    [t(`returns:party.${share.party}`), share.crew, share.person, share.note]
      .filter(Boolean)
      .join(' · ')
  const starts = shares.map((_, index) =>
    shares.slice(0, index).reduce((sum, { percent }) => sum + percent, 0),
  )
  return (
    <Section
      title={t('returns:case.answerable')}
      right={answerable.pending ? t('returns:case.answerablePending') : undefined}
    >
      <Facts
        items={[
          {
            term: t('returns:case.cause'),
            children: <span className="typed">{answerable.cause}</span>,
            hint: t('returns:decide.by', {
              name: answerable.by,
              when: format.moment(answerable.at),
            }),
          },
          {
            term: t('returns:case.evidence'),
            children: <span className="typed">{answerable.evidence}</span>,
          },
        ]}
      />
      <Table
        label={t('returns:case.answerable')}
        head={[
          { label: t('returns:case.party') },
          { label: t('returns:case.percent'), num: true },
          ...(total ? [{ label: t('returns:case.amount'), num: true }] : []),
        ]}
      >
        {shares.map((share, index) => (
          <tr key={index}>
            <th scope="row">{party(share)}</th>
            <td className="num">{share.percent} %</td>
            {total && (
              <td className="num">
                {format.money(Math.round((total.total * share.percent) / 100), total.currency)}
              </td>
            )}
          </tr>
        ))}
      </Table>
      <svg
        className="share mt"
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        role="img"
        aria-label={`${t('returns:case.shareBar')}: ${shares.map((share) => `${party(share)} ${share.percent}%`).join(', ')}`}
      >
        {shares.map((share, index) => (
          <rect
            key={index}
            x={starts[index]}
            width={Math.max(0.5, share.percent - 0.5)}
            height="4"
          />
        ))}
      </svg>
    </Section>
  )
}
