import type { TicketFilters } from '#app/domain/tickets/ticket-filters.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { EmptyState } from '#app/ui/console/page.tsx'

/** Says what to do instead. */
export function NoTickets({ filters }: { filters: TicketFilters }) {
  const { t } = useWords()
  const { queue, q, ...narrowing } = filters
  const filtered = Object.entries(narrowing).some(
    ([name, value]) =>
      name !== 'sort' && name !== 'before' && name !== 'after' && value !== undefined,
  )
  if (q) {
    return (
      <EmptyState
        title={t('tickets:queue.emptyTitle')}
        action={<BtnLink href="/console/tickets">{t('tickets:queue.clear')}</BtnLink>}
      >
        {t('tickets:queue.emptyFound')}
      </EmptyState>
    )
  }
  if (filtered) {
    return (
      <EmptyState
        title={t('tickets:queue.emptyTitle')}
        action={
          <BtnLink href={`/console/tickets?queue=${queue}`}>{t('tickets:queue.clear')}</BtnLink>
        }
      >
        {t('tickets:queue.emptyFiltered')}
      </EmptyState>
    )
  }
  if (queue === 'follow_up' || queue === 'overdue') {
    return (
      <EmptyState title={t('tickets:queue.emptyTitle')}>
        {t(queue === 'overdue' ? 'tickets:queue.emptyOverdue' : 'tickets:queue.emptyFollowUp')}
      </EmptyState>
    )
  }
  if (queue === 'mine') {
    return (
      <EmptyState
        title={t('tickets:queue.emptyTitle')}
        action={
          <BtnLink href="/console/tickets?queue=unassigned">
            {t('tickets:queue.toUnassigned')}
          </BtnLink>
        }
      >
        {t('tickets:queue.emptyMine')}
      </EmptyState>
    )
  }
  return (
    <EmptyState title={t('tickets:queue.emptyTitle')}>{t('tickets:queue.emptyOther')}</EmptyState>
  )
}
