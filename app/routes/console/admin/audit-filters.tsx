import { auditKinds, type AuditKind } from '#app/domain/accounts/audit-kinds.ts'
import type { listAudit } from '#app/domain/accounts/list-audit.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { type AuditAction, auditActions } from '#db/vocabulary/audit.ts'
import { Btn, TextLink } from '#app/ui/console/buttons.tsx'
import { FilterBar, FilterChip, FilterSelect } from '#app/ui/console/filters.tsx'
import { auditPath, useKeyWords } from './audit-table.tsx'
import { withSearch } from './filters.ts'

// As a type, not an interface: it stands in an address.
export type AuditSearch = {
  person: string | null
  kind: AuditKind | null
  action: AuditAction | null
  subject: string | null
  from: string | null
  to: string | null
}

/** By whom, what, about what, and when; all of it is the address. */
export function AuditFilters({
  search,
  people,
  about,
}: {
  search: AuditSearch
  people: { id: string; name: string }[]
  /** The one thing that is looked at. */
  about: Awaited<ReturnType<typeof listAudit>>['about']
}) {
  const { t } = useWords()
  const sayKey = useKeyWords()
  const { subject, ...others } = search
  const what = about
    ? `${t(`admin:audit.matter.${about.matter}`)} ${sayKey(about)}`
    : t('admin:audit.onlyThis')
  const actions: readonly AuditAction[] = search.kind ? auditKinds[search.kind] : auditActions
  return (
    <FilterBar label={t('admin:filter')} key={JSON.stringify(search)}>
      {subject && (
        <>
          <input type="hidden" name="subject" value={subject} />
          <FilterChip
            name={t('admin:audit.only')}
            value={what}
            removeHref={withSearch(auditPath, others)}
            removeLabel={t('admin:audit.removeFilter', { what })}
          />
        </>
      )}
      <FilterSelect
        label={t('admin:audit.person')}
        name="person"
        defaultValue={search.person ?? ''}
      >
        <option value="">{t('admin:all')}</option>
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect label={t('admin:audit.about')} name="kind" defaultValue={search.kind ?? ''}>
        <option value="">{t('admin:all')}</option>
        {(Object.keys(auditKinds) as AuditKind[]).map((kind) => (
          <option key={kind} value={kind}>
            {t(`admin:audit.kind.${kind}`)}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect
        label={t('admin:audit.action')}
        name="action"
        defaultValue={search.action ?? ''}
      >
        <option value="">{t('admin:all')}</option>
        {[...new Set(actions)].map((action) => (
          <option key={action} value={action}>
            {t(`admin:audit.actions.${action}`)}
          </option>
        ))}
      </FilterSelect>
      <label className="chip chip-field">
        {t('admin:audit.from')}
        <input type="date" name="from" defaultValue={search.from ?? ''} />
      </label>
      <label className="chip chip-field">
        {t('admin:audit.to')}
        <input type="date" name="to" defaultValue={search.to ?? ''} />
      </label>
      <Btn>{t('admin:apply')}</Btn>
      {Object.values(search).some((value) => value !== null) && (
        <TextLink href={auditPath}>{t('admin:people.clear')}</TextLink>
      )}
    </FilterBar>
  )
}
