import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listPeople } from '#app/domain/accounts/list-people.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { roles } from '#db/vocabulary/roles.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { Btn, BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { FilterBar, FilterFind, FilterSelect } from '#app/ui/console/filters.tsx'
import { EmptyState, PageHead, Pager } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { oneOf, withSearch } from './filters.ts'
import { standingLook } from './standing-look.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const standings = ['active', 'invited', 'disabled'] as const

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'people:manage')
  const search = new URL(request.url).searchParams
  const filter = {
    q: (search.get('q') ?? '').trim().slice(0, 80),
    role: oneOf(roles, search.get('role')),
    standing: oneOf(standings, search.get('standing')),
  }
  const [name, id] = [search.get('name'), search.get('after')]
  const after = name && id && /^[0-9a-f-]{36}$/.test(id) ? ([name, id] as [string, string]) : null
  const { people, next } = await listPeople(ctx, { ...filter, after })
  const t = translate(ctx.locale)
  return {
    title: `${t('admin:people.title')} – ${t('brand')}`,
    filter,
    people,
    next: next && withSearch('/console/admin/people', filter, { name: next[0], after: next[1] }),
    first: after && withSearch('/console/admin/people', filter),
  }
}

export default function People() {
  const { t } = useWords()
  const { people, filter, next, first } = useLoaderData<typeof loader>()
  const filtered = Boolean(filter.q || filter.role || filter.standing)
  return (
    <>
      <PageHead title={t('admin:people.title')}>
        <BtnLink variant="go" icon="plus" href="/console/admin/people/new">
          {t('admin:people.invite')}
        </BtnLink>
      </PageHead>
      <FilterBar label={t('admin:filter')} key={JSON.stringify(filter)}>
        <FilterFind
          label={t('admin:people.find')}
          name="q"
          placeholder={t('admin:people.find')}
          defaultValue={filter.q}
        />
        <FilterSelect label={t('admin:people.role')} name="role" defaultValue={filter.role ?? ''}>
          <option value="">{t('admin:all')}</option>
          {roles.map((role) => (
            <option key={role} value={role}>
              {t(`words:role.${role}`)}
            </option>
          ))}
        </FilterSelect>
        <FilterSelect
          label={t('admin:people.standing')}
          name="standing"
          defaultValue={filter.standing ?? ''}
        >
          <option value="">{t('admin:all')}</option>
          {standings.map((standing) => (
            <option key={standing} value={standing}>
              {t(`admin:people.standings.${standing}`)}
            </option>
          ))}
        </FilterSelect>
        <Btn>{t('admin:apply')}</Btn>
        {filtered && <TextLink href="/console/admin/people">{t('admin:people.clear')}</TextLink>}
      </FilterBar>
      <div className="paper">
        {people.length === 0 ? (
          <EmptyState title={t('admin:people.empty')}>{t('admin:people.emptyHint')}</EmptyState>
        ) : (
          <Section>
            <div className="row-lines">
              <PeopleTable people={people} />
            </div>
          </Section>
        )}
        {(next ?? first) && (
          <Pager
            label={t('admin:pages')}
            prev={first ? { href: first, label: t('admin:first') } : undefined}
            next={next ? { href: next, label: t('admin:more') } : undefined}
          />
        )}
      </div>
    </>
  )
}

type Person = ReturnType<typeof useLoaderData<typeof loader>>['people'][number]

function PeopleTable({ people }: { people: Person[] }) {
  const { t } = useWords()
  return (
    <Table
      label={t('admin:people.title')}
      head={[
        { label: t('admin:people.name') },
        { label: t('admin:people.roles') },
        { label: t('admin:people.place') },
        { label: t('admin:people.standing') },
        { label: t('admin:people.secondFactor') },
      ]}
    >
      {people.map((person) => (
        <tr key={person.id}>
          <th scope="row">
            <TextLink href={`/console/admin/people/${person.id}`}>{person.name}</TextLink>{' '}
            <span className="muted xs">{person.email}</span>
          </th>
          <td>{person.roles.map((role) => t(`words:role.${role}`)).join(t('admin:comma'))}</td>
          <td>{[person.store, person.crew].filter(Boolean).join(t('admin:comma'))}</td>
          <td>
            <Status {...standingLook[person.standing]}>
              {t(`admin:people.standings.${person.standing}`)}
            </Status>
          </td>
          <td data-label={t('admin:people.secondFactor')}>
            {t(
              person.secondFactor ? 'admin:person.secondFactorOn' : 'admin:person.secondFactorOff',
            )}
          </td>
        </tr>
      ))}
    </Table>
  )
}
