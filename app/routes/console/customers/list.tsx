import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CustomerFilters, listCustomers } from '#app/domain/customers/list-customers.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { FilterBar, FilterFind, Grow } from '#app/ui/console/filters.tsx'
import { EmptyState, PageHead, Pager } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { customerPath, customersPath } from './customer-paths.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'customer:read')
  const filters = CustomerFilters.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { rows, more } = await listCustomers(ctx, filters)
  const t = translate(ctx.locale)
  return {
    title: `${t('customers:title')} – ${t('brand')}`,
    q: filters.q,
    paged: filters.after !== undefined,
    rows: rows.map(({ createdAt, ...row }) => ({ ...row, since: createdAt.toISOString() })),
    more,
  }
}

export default function Customers() {
  const { q, rows, more, paged } = useLoaderData<typeof loader>()
  const { t, format } = useWords()
  const at = (after: number | null) => {
    const params = new URLSearchParams()
    if (q) params.set('q', q)
    if (after !== null) params.set('after', String(after))
    return `${customersPath}?${params}`
  }
  return (
    <>
      <PageHead title={t('customers:title')} sub={t('customers:list.sub')} />
      <FilterBar label={t('customers:list.filters')} action={customersPath} key={q}>
        <FilterFind
          label={t('customers:list.find')}
          name="q"
          placeholder={t('customers:list.find')}
          defaultValue={q}
        />
        {q && <TextLink href={customersPath}>{t('customers:list.clear')}</TextLink>}
        <Grow />
      </FilterBar>
      <div className="paper">
        {rows.length === 0 ? (
          <EmptyState title={t('customers:list.emptyTitle')}>
            {t(q ? 'customers:list.empty' : 'customers:list.emptyAll')}
          </EmptyState>
        ) : (
          <Section
            title={q ? t('customers:list.found', { q }) : t('customers:title')}
            hiddenTitle={!q}
          >
            <Table
              label={t('customers:list.label')}
              head={[
                { label: t('customers:list.name') },
                { label: t('customers:list.phone') },
                { label: t('customers:list.address') },
                { label: t('customers:list.orders'), num: true },
                { label: t('customers:list.tickets'), num: true },
                { label: t('customers:list.open'), num: true },
                { label: t('customers:list.since') },
              ]}
            >
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <TextLink href={customerPath(row.id)}>{row.name}</TextLink>
                    {row.merged > 0 && (
                      <div className="muted xs">
                        {t('customers:list.merged', { count: row.merged })}
                      </div>
                    )}
                  </th>
                  <td className="nowrap">{format.phone(row.phone)}</td>
                  <td>{row.address}</td>
                  <td className="num">{row.orders}</td>
                  <td className="num">{row.tickets}</td>
                  <td className="num">{row.open}</td>
                  <td className="nowrap">{format.date(row.since)}</td>
                </tr>
              ))}
            </Table>
          </Section>
        )}
        {(more !== null || paged) && (
          <Pager
            label={t('customers:list.pages')}
            prev={paged ? { href: at(null), label: t('customers:list.first') } : undefined}
            next={more === null ? undefined : { href: at(more), label: t('customers:list.more') }}
          />
        )}
      </div>
    </>
  )
}
