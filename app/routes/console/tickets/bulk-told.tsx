import type { ReactNode } from 'react'
import type { BulkResult } from '#app/domain/tickets/bulk-tickets.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import type { BulkLists } from './bulk-fields.tsx'

/** How it went: how many were done, which were not and why, and the way back. */
export function BulkTold({
  result,
  owners,
  undo,
  children,
}: {
  result: Omit<BulkResult, 'failed'> & { failed: { number: string; why: string }[] }
  owners: BulkLists['owners']
  undo: (undo: string) => ReactNode
  children?: ReactNode
}) {
  const { t } = useWords()
  const { did, done: count, owner } = result
  const name = owners.find(({ value }) => value === owner)?.label
  return (
    <div className="bulk-told" role="status">
      <p>
        <b>
          {did === 'assign'
            ? name
              ? t('queues:bulk.done.assign', { count, name })
              : t('queues:bulk.done.unassign', { count })
            : t(`queues:bulk.done.${did}`, { count })}
        </b>
        {result.undo !== null && undo(result.undo)}
        {children}
      </p>
      {result.failed.length > 0 && (
        <>
          <p className="mt">{t('queues:bulk.failed', { count: result.failed.length })}</p>
          <ul>
            {result.failed.map(({ number, why }) => (
              <li key={number}>
                <TextLink href={`/console/tickets/${number}`}>{number}</TextLink> {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
