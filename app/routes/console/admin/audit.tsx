import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { auditPeople, listAudit } from '#app/domain/accounts/list-audit.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { auditActions } from '#db/vocabulary/audit.ts'
import { may } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { Btn, TextLink } from '#app/ui/console/buttons.tsx'
import { FilterBar, FilterSelect } from '#app/ui/console/filters.tsx'
import { EmptyState, PageHead, Pager } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { AuditTable } from './audit-table.tsx'
import { oneOf, withSearch } from './filters.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const path = '/console/admin/audit'

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'audit:read')
  const search = new URL(request.url).searchParams
  const people = await auditPeople(ctx)
  const filter = {
    person: people.find(({ id }) => id === search.get('person'))?.id ?? null,
    action: oneOf(auditActions, search.get('action')),
  }
  const given = search.get('before') ?? ''
  const before = /^\d{1,15}$/.test(given) ? Number(given) : null
  const { entries, next } = await listAudit(ctx, { ...filter, before })
  const t = translate(ctx.locale)
  return {
    title: `${t('admin:audit.title')} – ${t('brand')}`,
    filter,
    people,
    entries,
    opens: {
      people: may(ctx.actor, 'people:manage'),
      messages: may(ctx.actor, 'message-log:read'),
    },
    next: next && withSearch(path, filter, { before: String(next) }),
    first: before && withSearch(path, filter),
  }
}

export default function Audit() {
  const { t } = useWords()
  const { entries, people, filter, opens, next, first } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={t('admin:audit.title')} />
      <FilterBar label={t('admin:filter')} key={JSON.stringify(filter)}>
        <FilterSelect
          label={t('admin:audit.person')}
          name="person"
          defaultValue={filter.person ?? ''}
        >
          <option value="">{t('admin:all')}</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </FilterSelect>
        <FilterSelect
          label={t('admin:audit.action')}
          name="action"
          defaultValue={filter.action ?? ''}
        >
          <option value="">{t('admin:all')}</option>
          {auditActions.map((action) => (
            <option key={action} value={action}>
              {t(`admin:audit.actions.${action}`)}
            </option>
          ))}
        </FilterSelect>
        <Btn>{t('admin:apply')}</Btn>
        {(filter.person ?? filter.action) && (
          <TextLink href={path}>{t('admin:people.clear')}</TextLink>
        )}
      </FilterBar>
      <div className="paper">
        {entries.length === 0 ? (
          <EmptyState title={t('admin:audit.empty')}>{t('admin:audit.emptyHint')}</EmptyState>
        ) : (
          <Section>
            <div className="row-lines">
              <AuditTable entries={entries} opens={opens} />
            </div>
          </Section>
        )}
        {(next ?? first) && (
          <Pager
            label={t('admin:pages')}
            prev={first ? { href: first, label: t('admin:newer') } : undefined}
            next={next ? { href: next, label: t('admin:older') } : undefined}
          />
        )}
      </div>
    </>
  )
}
