import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { AnswerablePending } from './answerable-pending.tsx'
import type { AnswerableView } from './answerable-view.server.ts'
import { claimLook, claimPath, newClaimPath } from '../claims/claim-look.ts'
import { EntryFacts } from './share-facts.tsx'
import { ShareForm } from './share-form.tsx'
import { answerablePath, useAnswerable, useReplyOf } from './use-answerable.ts'

/** RX-5: the cause of the case and who bears how much of it; written, changed and claimed from here. */
export function AnswerableSection() {
  const { t } = useWords()
  const view = useAnswerable()
  const { open, reply } = useReplyOf(answerablePath(view.number))
  const inForce = view.entries.find(({ standing }) => standing === 'in_force')
  const pending = view.entries.find(({ standing }) => standing === 'waits')
  const before = view.entries.filter(
    ({ standing }) => standing === 'past' || standing === 'refused',
  )
  // What was written meanwhile makes it another form.
  const form = view.names && (
    <ShareForm
      key={`${inForce?.id ?? 0}-${pending?.id ?? 0}`}
      view={view}
      names={view.names}
      inForce={inForce}
      reply={reply}
    />
  )
  // What was called off without a cause needs none.
  if (view.status === 'cancelled' && !inForce && !view.claims?.made.length) return null
  return (
    <Section
      title={t('returns:shares.title')}
      id="answerability"
      right={view.names ? t('returns:shares.whole') : undefined}
    >
      {inForce ? (
        <EntryFacts entry={inForce} cost={view.cost} />
      ) : (
        (form ?? <p className="muted">{t('returns:shares.none')}</p>)
      )}
      {pending && <AnswerablePending view={view} pending={pending} />}
      {inForce && form && (
        <details className="fold deciding" open={open || undefined}>
          <summary>{t('returns:shares.change')}</summary>
          {form}
        </details>
      )}
      {before.length > 0 && (
        <details className="fold">
          <summary>
            {t('returns:shares.history')}{' '}
            <span className="muted">
              {t('returns:shares.historyCount', { count: before.length })}
            </span>
          </summary>
          {before.map((entry) => (
            <EntryFacts key={entry.id} entry={entry} cost={null} />
          ))}
        </details>
      )}
      <Claims view={view} />
    </Section>
  )
}

/** What was claimed of it from suppliers. */
function Claims({ view: { number, claims } }: { view: AnswerableView }) {
  const { t, format } = useWords()
  if (claims === null || (claims.made.length === 0 && !claims.mayMake)) return null
  return (
    <>
      {claims.made.length > 0 && (
        <Table
          head={[
            { label: t('returns:claims.number') },
            { label: t('returns:claims.supplier'), main: true },
            { label: t('returns:claims.amount'), num: true },
            { label: t('returns:claims.status') },
          ]}
        >
          {claims.made.map((claim) => (
            <tr key={claim.number}>
              <th scope="row">
                <TextLink href={claimPath(claim.number)}>{claim.number}</TextLink>
              </th>
              <td>{claim.supplier}</td>
              <td className="num">{format.money(claim.amount, claim.currency)}</td>
              <td className="nowrap">
                <Status {...claimLook[claim.status]}>{t(`returns:claim.${claim.status}`)}</Status>
              </td>
            </tr>
          ))}
        </Table>
      )}
      {claims.mayMake && (
        <p className="mt">
          <BtnLink href={newClaimPath(number)}>{t('returns:claims.new.open')}</BtnLink>
        </p>
      )}
    </>
  )
}
