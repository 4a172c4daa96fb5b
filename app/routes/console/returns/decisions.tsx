import { useWords } from '#app/i18n/use-words.ts'
import { Ago } from '#app/ui/console/page.tsx'
import { Facts, Section } from '#app/ui/console/sections.tsx'
import { Status, type StatusLook } from '#app/ui/console/status.tsx'
import { costLines } from '#db/vocabulary/returns.ts'
import { withinDay } from '../civil-day.ts'
import type { CaseView } from './case-view.server.ts'
import type { DecisionView } from './decision-view.server.ts'

const standingLook: Record<DecisionView['standing'], StatusLook> = {
  pending: { tone: 'waiting', icon: 's-plan' },
  in_force: { tone: 'done', icon: 's-ok' },
  sent_back: { tone: 'trouble', icon: 'undo' },
  replaced: { tone: 'idle', icon: 's-closed' },
}

/** RX-3: every decision on the case, the latest first; none is ever changed. */
export function Decisions({ one }: { one: CaseView }) {
  const { t, format } = useWords()
  const shown = one.decisions.filter(({ standing }) => standing !== 'pending')
  if (shown.length === 0) return null
  return (
    <Section title={t('returns:decide.list')}>
      <ol className="decided">
        {shown.map((decision) => (
          <li key={decision.id}>
            <p className="title">
              <b>
                {t('returns:decide.nth', {
                  n: decision.seq,
                  remedy: t(`returns:remedy.${decision.remedy}`),
                })}
              </b>
              <Status {...standingLook[decision.standing]}>
                {t(`returns:decide.standing.${decision.standing}`)}
              </Status>
              <span className="muted xs">
                {decision.by}{' '}
                <Ago iso={decision.at} exact={format.moment(decision.at)}>
                  {format.distance(decision.at)}
                </Ago>
              </span>
            </p>
            {decision.standing === 'in_force' ? (
              <DecisionFacts decision={decision} />
            ) : (
              <details className="fold">
                <summary>{t('returns:decide.reason')}</summary>
                <DecisionFacts decision={decision} />
              </details>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** A decision in full: why, what the customer was told, what it costs, who let it stand and what they saw. */
export function DecisionFacts({ decision }: { decision: DecisionView }) {
  const { t, format } = useWords()
  const { money, approval, terms } = decision
  const plan = [
    decision.what,
    decision.promisedOn &&
      t('returns:case.promisedOn', { day: format.day(withinDay(decision.promisedOn)) }),
    decision.collect &&
      (decision.remedy === 'exchange' || decision.remedy === 'refund') &&
      t('returns:decide.collectIs', {
        how: t(`returns:decide.collectOf.${decision.collect}`),
      }),
    decision.method && t(`returns:method.${decision.method}`),
  ].filter((part) => typeof part === 'string')
  const applied = terms.filter(({ verdict }) => verdict === 'applies')
  return (
    <Facts
      items={[
        {
          term: t('returns:decide.reason'),
          children: <span className="typed">{decision.why}</span>,
        },
        {
          term: t(
            decision.standing === 'pending' ? 'returns:decide.toldOnce' : 'returns:decide.toldWas',
          ),
          children: <span className="typed">{decision.told}</span>,
        },
        ...(plan.length > 0
          ? [{ term: t('returns:decide.plan'), children: plan.join(' · ') }]
          : []),
        ...(money
          ? [
              {
                term: t('returns:decide.cost'),
                children: <b>{format.money(money.total, money.currency)}</b>,
                hint: costLines
                  .filter((line) => money.costs[line] !== 0)
                  .map((line) => {
                    const minor = line === 'charged' ? -money.costs[line] : money.costs[line]
                    return `${t(`returns:cost.${line}`)} ${format.money(minor, money.currency)}`
                  })
                  .join(' · '),
              },
            ]
          : []),
        ...(applied.length > 0
          ? [
              {
                term: t('returns:decide.termsThen'),
                children: applied.map(({ name }) => name).join(' · '),
              },
            ]
          : []),
        ...(approval
          ? [
              {
                term: t(
                  approval.approved
                    ? 'returns:decide.approval.approve'
                    : 'returns:decide.standing.sent_back',
                ),
                children: t(
                  approval.approved ? 'returns:decide.approvedBy' : 'returns:decide.sentBackBy',
                  { name: approval.by, reason: approval.reason },
                ),
                hint: (
                  <>
                    {format.moment(approval.at)}
                    {approval.saw && (
                      <>
                        {' · '}
                        {t('returns:decide.saw', {
                          ...approval.saw,
                          total: format.money(approval.saw.total, money?.currency),
                        })}
                      </>
                    )}
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
