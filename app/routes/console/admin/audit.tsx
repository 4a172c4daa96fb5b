import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { auditKinds, type AuditKind } from '#app/domain/accounts/audit-kinds.ts'
import { auditPeople, listAudit } from '#app/domain/accounts/list-audit.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { auditActions } from '#db/vocabulary/audit.ts'
import { may } from '#app/platform/permissions.ts'
import { isDay } from '#app/platform/time.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { oneOf, withSearch } from '../lists/list-address.ts'
import { ListPages } from '../lists/list-pages.tsx'
import { AuditFilters, type AuditSearch } from './audit-filters.tsx'
import { entryView } from './audit-view.server.ts'
import { auditPath, AuditTable } from './audit-table.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'audit:read')
  const given = new URL(request.url).searchParams
  const people = await auditPeople(ctx)
  const kind = oneOf(Object.keys(auditKinds) as AuditKind[], given.get('kind'))
  const search: AuditSearch = {
    person: people.find(({ id }) => id === given.get('person'))?.id ?? null,
    kind,
    action: oneOf(kind ? auditKinds[kind] : auditActions, given.get('action')),
    subject: matching(/^[a-z-]{1,20}:[\w-]{1,60}$/, given.get('subject')),
    from: dayIn(given.get('from')),
    to: dayIn(given.get('to')),
  }
  const typed = matching(/^\d{1,15}$/, given.get('before'))
  const before = typed === null ? null : Number(typed)
  const { entries, next, about } = await listAudit(ctx, { ...search, before })
  const t = translate(ctx.locale)
  return {
    title: `${t('admin:audit.title')} – ${t('brand')}`,
    search,
    people,
    entries: entries.map((entry) => entryView(t, entry)),
    about,
    opens: {
      people: may(ctx.actor, 'people:manage'),
      messages: may(ctx.actor, 'message-log:read'),
    },
    next: next === null ? null : withSearch(auditPath, search, { before: String(next) }),
    first: before === null ? null : withSearch(auditPath, search),
  }
}

const matching = (pattern: RegExp, given: string | null) =>
  given !== null && pattern.test(given) ? given : null

const dayIn = (given: string | null) => (given !== null && isDay(given) ? given : null)

export default function Audit() {
  const { t } = useWords()
  const { entries, people, search, about, opens, next, first } = useLoaderData<typeof loader>()
  const backwards = search.from !== null && search.to !== null && search.from > search.to
  return (
    <>
      <PageHead title={t('admin:audit.title')} />
      <AuditFilters search={search} people={people} about={about} />
      <div className="paper">
        {entries.length === 0 ? (
          <EmptyState title={t(backwards ? 'admin:audit.backwards' : 'admin:audit.empty')}>
            {t(backwards ? 'admin:audit.backwardsHint' : 'admin:audit.emptyHint')}
          </EmptyState>
        ) : (
          <Section>
            <div className="row-lines">
              <AuditTable entries={entries} opens={opens} />
            </div>
          </Section>
        )}
        <ListPages byTime first={first} next={next} />
      </div>
    </>
  )
}
