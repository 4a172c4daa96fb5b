import type { LedgerFilters } from '#app/domain/ledger/ledger-filters.ts'
import { ledgerSearch, ledgerStatuses } from '#app/domain/ledger/ledger-search.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { FilterChip, FilterDay, FilterFind } from '#app/ui/console/filters.tsx'
import { parties, remedies, returnReasons } from '#db/vocabulary/returns.ts'
import { ListChoice, ListFilters } from '../../lists/list-filters.tsx'
import { ledgerPath } from './ledger-look.ts'
import { ledgerRoot } from './ledger-roots.ts'

/** RX-6: what the ledger shows, kept in its address. */
export function LedgerFilterBar({
  filters,
  stores,
}: {
  filters: LedgerFilters
  stores: readonly { id: number; name: string }[]
}) {
  const { t } = useWords()
  const { from, to, store, reason, remedy, status, party, product, q } = filters
  return (
    <ListFilters
      label={t('returns:ledger.filters')}
      path={ledgerRoot}
      search={ledgerSearch(filters)}
    >
      <FilterFind
        label={t('returns:ledger.q')}
        name="q"
        defaultValue={q}
        maxLength={80}
        placeholder={t('returns:ledger.find')}
      />
      <FilterDay label={t('returns:ledger.from')} name="from" defaultValue={from ?? ''} />
      <FilterDay label={t('returns:ledger.to')} name="to" defaultValue={to ?? ''} />
      {stores.length > 1 && (
        <ListChoice
          label={t('returns:ledger.store')}
          name="store"
          chosen={store === null ? null : String(store)}
          options={stores.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <ListChoice
        label={t('returns:ledger.reason')}
        name="reason"
        chosen={reason}
        options={returnReasons.map((value) => ({ value, label: t(`returns:reason.${value}`) }))}
      />
      <ListChoice
        label={t('returns:ledger.remedy')}
        name="remedy"
        chosen={remedy}
        options={remedies.map((value) => ({ value, label: t(`returns:remedy.${value}`) }))}
      />
      <ListChoice
        label={t('returns:ledger.status')}
        name="status"
        chosen={status}
        options={ledgerStatuses.map((value) => ({
          value,
          label: value === 'counted' ? t('returns:ledger.counted') : t(`returns:status.${value}`),
        }))}
      />
      <ListChoice
        label={t('returns:ledger.party')}
        name="party"
        chosen={party}
        options={parties.map((value) => ({ value, label: t(`returns:party.${value}`) }))}
      />
      {product !== '' && (
        <>
          <input type="hidden" name="product" value={product} />
          <FilterChip
            name={t('returns:ledger.product')}
            value={product}
            removeHref={ledgerPath(filters, { product: null })}
            removeLabel={t('returns:ledger.remove', { name: t('returns:ledger.product') })}
          />
        </>
      )}
    </ListFilters>
  )
}
