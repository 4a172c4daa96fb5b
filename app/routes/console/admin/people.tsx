import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listPeople } from '#app/domain/accounts/list-people.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { roles } from '#db/vocabulary/roles.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { FilterFind } from '#app/ui/console/filters.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { oneOf, withSearch } from '../lists/list-address.ts'
import { ListChoice, ListFilters } from '../lists/list-filters.tsx'
import { ListPages } from '../lists/list-pages.tsx'
import { standingLook } from './standing-look.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const path = '/console/admin/people'
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
    next: next && withSearch(path, filter, { name: next[0], after: next[1] }),
    first: after && withSearch(path, filter),
  }
}

export default function People() {
  const { t } = useWords()
  const { people, filter, next, first } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={t('admin:people.title')}>
        <BtnLink variant="go" icon="plus" href={`${path}/new`}>
          {t('admin:people.invite')}
        </BtnLink>
      </PageHead>
      <ListFilters label={t('admin:filter')} path={path} search={filter}>
        <FilterFind
          label={t('admin:people.find')}
          name="q"
          placeholder={t('admin:people.find')}
          defaultValue={filter.q}
        />
        <ListChoice
          label={t('admin:people.role')}
          name="role"
          chosen={filter.role}
          options={roles.map((role) => ({ value: role, label: t(`words:role.${role}`) }))}
        />
        <ListChoice
          label={t('admin:people.standing')}
          name="standing"
          chosen={filter.standing}
          options={standings.map((standing) => ({
            value: standing,
            label: t(`admin:people.standings.${standing}`),
          }))}
        />
      </ListFilters>
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
        <ListPages first={first} next={next} />
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
            <TextLink href={`${path}/${person.id}`}>{person.name}</TextLink>{' '}
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
