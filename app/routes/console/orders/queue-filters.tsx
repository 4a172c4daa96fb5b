import {
  type OrderQueue,
  type OrderStanding,
  orderStandings,
} from '#app/domain/orders/order-queues.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn, TextLink } from '#app/ui/console/buttons.tsx'
import { FilterBar, FilterFind, FilterSelect, Grow } from '#app/ui/console/filters.tsx'
import { ordersPath } from './order-look.ts'

interface Filters {
  queue: OrderQueue
  status?: OrderStanding
  store?: number
  q?: string
  after?: string | null
}

/** The address of a queue with these filters. */
export function searchOf(filters: Filters): URLSearchParams {
  const params = new URLSearchParams()
  for (const name of ['queue', 'status', 'store', 'q', 'after'] as const) {
    const value = filters[name]
    if (value !== undefined && value !== null) params.set(name, String(value))
  }
  return params
}

export function OrderFilterBar({
  filters,
  stores,
}: {
  filters: Filters
  stores: { id: number; name: string }[]
}) {
  const { t } = useWords()
  const { queue, status, store, q } = filters
  return (
    <FilterBar label={t('orders:list.filters')} action={ordersPath} key={JSON.stringify(filters)}>
      <input type="hidden" name="queue" value={queue} />
      {stores.length > 1 && (
        <FilterSelect label={t('orders:list.store')} name="store" defaultValue={store ?? ''}>
          <option value="">{t('orders:list.all')}</option>
          {stores.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </FilterSelect>
      )}
      {queue === 'all' && (
        <FilterSelect label={t('orders:list.status')} name="status" defaultValue={status ?? ''}>
          <option value="">{t('orders:list.all')}</option>
          {orderStandings.map((one) => (
            <option key={one} value={one}>
              {t(`orders:status.${one}`)}
            </option>
          ))}
        </FilterSelect>
      )}
      {(stores.length > 1 || queue === 'all') && <Btn>{t('orders:list.apply')}</Btn>}
      {(status ?? store ?? q) && (
        <TextLink href={`${ordersPath}?queue=${queue}`}>{t('orders:list.clear')}</TextLink>
      )}
      <Grow />
      <FilterFind
        label={t('orders:list.find')}
        name="q"
        placeholder={t('orders:list.find')}
        defaultValue={q}
      />
    </FilterBar>
  )
}
