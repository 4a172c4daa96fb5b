import { useRouteLoaderData } from '@remix-run/react'
import { narrowing } from '#app/domain/tickets/ticket-query.ts'
import type { TicketFilters } from '#app/domain/tickets/ticket-filters.ts'
import { useWords } from '#app/i18n/use-words.ts'
import type { loader as layout } from '../layout.tsx'
import { queueCountWords } from '../navigation.ts'

/** How many there are: of a queue as it is what the rail says, of a filtered one what is on the page. */
export function QueueSub({
  filters,
  rows,
  more,
  back,
}: {
  filters: TicketFilters
  rows: readonly unknown[]
  more: string | null
  back: string | null
}) {
  const { t } = useWords()
  const queues = useRouteLoaderData<typeof layout>('routes/console/layout')?.waiting.queues
  const queue = filters.queue ?? 'open'
  const whole = !filters.q && narrowing.every((name) => filters[name] === undefined)
  if (more === null && back === null) return t('tickets:queue.count', { count: rows.length })
  if (whole && queues) {
    return t('queues:total', {
      count: queues[queue],
      n: queueCountWords(t, queue, queues[queue]),
    })
  }
  return t('tickets:queue.page', { count: rows.length })
}
