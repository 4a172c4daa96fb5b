import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn, TextLink } from '#app/ui/console/buttons.tsx'
import { FilterBar, FilterSelect } from '#app/ui/console/filters.tsx'

/** What a list shows, kept in its address; the fields follow the address when it changes. */
export function ListFilters({
  label,
  path,
  search,
  filtered = Object.values(search).some(Boolean),
  more,
  children,
}: {
  label: string
  path: string
  search: Record<string, string | null>
  /** There is something to clear. */
  filtered?: boolean
  /** What stands behind the button. */
  more?: ReactNode
  children: ReactNode
}) {
  const { t } = useWords()
  return (
    <FilterBar label={label} action={path} key={JSON.stringify(search)}>
      {children}
      <Btn>{t('console:list.apply')}</Btn>
      {filtered && <TextLink href={path}>{t('console:list.clear')}</TextLink>}
      {more}
    </FilterBar>
  )
}

/** One of several, or all. */
export function ListChoice({
  label,
  name,
  chosen,
  options,
}: {
  label: ReactNode
  name: string
  chosen: string | null
  options: { value: string | number; label: ReactNode }[]
}) {
  const { t } = useWords()
  return (
    <FilterSelect label={label} name={name} defaultValue={chosen ?? ''}>
      <option value="">{t('console:list.all')}</option>
      {options.map(({ value, label: words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </FilterSelect>
  )
}
