import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listRecords, type PersonPlace } from '#app/domain/complaints/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { FilterFind } from '#app/ui/console/filters.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { recordPath, recordsPath } from '../complaints/complaint-look.ts'
import { withSearch } from '../lists/list-address.ts'
import { ListFilters } from '../lists/list-filters.tsx'
import { ListPages } from '../lists/list-pages.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'staff-record:read')
  const search = new URL(request.url).searchParams
  const q = (search.get('q') ?? '').normalize('NFKC').trim().slice(0, 60)
  const after = placeIn(search)
  const { people, next } = await listRecords(ctx, { q, after })
  const named = (both: { zh: string; en: string } | null) =>
    both && (ctx.locale === 'en' ? both.en : both.zh)
  const t = translate(ctx.locale)
  return {
    title: `${t('complaints:record.people')} – ${t('brand')}`,
    q,
    people: people.map(({ id, name, roles, store, crew }) => ({
      id,
      name,
      roles,
      place: [named(crew), named(store)].filter(Boolean).join(' · '),
    })),
    next: next && withSearch(recordsPath, { q }, { name: next[0], id: next[1] }),
    first: after && withSearch(recordsPath, { q }),
  }
}

/** Where a page begins: the name of the row before it, and its key. */
function placeIn(search: URLSearchParams): PersonPlace | null {
  const [name, id] = [search.get('name'), search.get('id')]
  return name && id && /^[0-9a-f-]{36}$/.test(id) ? [name, id] : null
}

/** CP-3: whose records a manager may open. */
export default function People() {
  const { t } = useWords()
  const { q, people, next, first } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={t('complaints:record.people')} sub={t('complaints:record.sub')} />
      <ListFilters label={t('complaints:record.find')} path={recordsPath} search={{ q }}>
        <FilterFind
          label={t('complaints:record.find')}
          name="q"
          placeholder={t('complaints:record.name')}
          maxLength={60}
          defaultValue={q}
        />
      </ListFilters>
      <div className="paper">
        {people.length === 0 ? (
          <EmptyState title={t('complaints:record.nobody')}>
            {t('complaints:record.nobodyHint')}
          </EmptyState>
        ) : (
          <Section title={t('complaints:record.people')} hiddenTitle>
            <Table
              lines
              label={t('rowsOf', { what: t('complaints:record.people') })}
              head={[
                { label: t('complaints:record.name') },
                { label: t('complaints:record.roles'), main: true },
                { label: t('complaints:record.place') },
              ]}
            >
              {people.map((person) => (
                <tr key={person.id}>
                  <th scope="row">
                    <TextLink href={recordPath(person.id)}>{person.name}</TextLink>
                  </th>
                  <td>{person.roles.map((role) => t(`words:role.${role}`)).join(' · ')}</td>
                  <td>{person.place}</td>
                </tr>
              ))}
            </Table>
          </Section>
        )}
        <ListPages first={first} next={next} />
      </div>
    </>
  )
}
