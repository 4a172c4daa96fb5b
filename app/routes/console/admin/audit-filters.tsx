import { auditKinds, type AuditKind } from '#app/domain/accounts/audit-kinds.ts'
import type { listAudit } from '#app/domain/accounts/list-audit.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { type AuditAction, auditActions } from '#db/vocabulary/audit.ts'
import { FilterChip, FilterDay } from '#app/ui/console/filters.tsx'
import { withSearch } from '../lists/list-address.ts'
import { ListChoice, ListFilters } from '../lists/list-filters.tsx'
import { auditPath, useKeyWords } from './audit-table.tsx'

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
    <ListFilters label={t('admin:filter')} path={auditPath} search={search}>
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
      <ListChoice
        label={t('admin:audit.person')}
        name="person"
        chosen={search.person}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <ListChoice
        label={t('admin:audit.about')}
        name="kind"
        chosen={search.kind}
        options={(Object.keys(auditKinds) as AuditKind[]).map((kind) => ({
          value: kind,
          label: t(`admin:audit.kind.${kind}`),
        }))}
      />
      <ListChoice
        label={t('admin:audit.action')}
        name="action"
        chosen={search.action}
        options={[...new Set(actions)].map((action) => ({
          value: action,
          label: t(`admin:audit.actions.${action}`),
        }))}
      />
      <FilterDay label={t('admin:audit.from')} name="from" defaultValue={search.from ?? ''} />
      <FilterDay label={t('admin:audit.to')} name="to" defaultValue={search.to ?? ''} />
    </ListFilters>
  )
}
