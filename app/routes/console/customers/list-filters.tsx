import { useWords } from '#app/i18n/use-words.ts'
import { FilterFind } from '#app/ui/console/filters.tsx'
import { customerGrades } from '#db/vocabulary/customers.ts'
import { ListChoice, ListFilters } from '../lists/list-filters.tsx'
import { customersPath } from './customer-paths.ts'

interface Filters {
  q: string
  grade: string
  due: boolean
}

/** All of it is the address. */
export function listPath({ q, grade, due }: Filters, after: string | null = null): string {
  const params = new URLSearchParams({
    ...(q && { q }),
    ...(grade && { grade }),
    ...(due && { due: 'yes' }),
    ...(after && { after }),
  })
  return `${customersPath}?${params}`
}

/** What was typed, of which grade, and whether they are to be contacted. */
export function CustomerFilterBar({ filters: { q, grade, due } }: { filters: Filters }) {
  const { t } = useWords()
  return (
    <ListFilters
      label={t('customers:list.filters')}
      path={customersPath}
      search={{ q, grade, due: due ? 'yes' : null }}
    >
      <FilterFind
        label={t('customers:list.find')}
        name="q"
        placeholder={t('customers:list.find')}
        defaultValue={q}
      />
      <ListChoice
        label={t('customers:list.grade')}
        name="grade"
        chosen={grade}
        options={customerGrades.map((one) => ({ value: one, label: one }))}
      />
      <ListChoice
        label={t('customers:list.contact')}
        name="due"
        chosen={due ? 'yes' : null}
        options={[{ value: 'yes', label: t('customers:list.dueNow') }]}
      />
    </ListFilters>
  )
}
