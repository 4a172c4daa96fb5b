import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CustomerFilters, listCustomers } from '#app/domain/customers/list-customers.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Tag } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { ListPages } from '../lists/list-pages.tsx'
import { ContactBy } from './contact-by.tsx'
import { customerPath } from './customer-paths.ts'
import { CustomerFilterBar, listPath } from './list-filters.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'customer:read')
  const filters = CustomerFilters.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { rows, more } = await listCustomers(ctx, filters)
  const t = translate(ctx.locale)
  return {
    title: `${t('customers:title')} – ${t('brand')}`,
    q: filters.q,
    grade: filters.grade ?? '',
    due: filters.due,
    today: dayOf(ctx.now()),
    paged: filters.after !== undefined,
    rows: rows.map(({ createdAt, ...row }) => ({ ...row, since: createdAt.toISOString() })),
    more,
  }
}

export default function Customers() {
  const { q, grade, due, rows, more, paged, today } = useLoaderData<typeof loader>()
  const { t, format } = useWords()
  const byDue = due || grade !== ''
  const at = (after: string | null) => listPath({ q, grade, due }, after)
  return (
    <>
      <PageHead title={t('customers:title')} sub={t('customers:list.sub')} />
      <CustomerFilterBar filters={{ q, grade, due }} />
      <div className="paper">
        {rows.length === 0 ? (
          <EmptyState title={t('customers:list.emptyTitle')}>
            {t(emptyWords({ q, grade, due }))}
          </EmptyState>
        ) : (
          <Section
            title={q ? t('customers:list.found', { q }) : t('customers:title')}
            hiddenTitle={!q}
          >
            <Table
              lines
              label={t('customers:list.label')}
              head={[
                { label: t('customers:list.name') },
                { label: t('customers:list.phone') },
                { label: t('customers:list.address') },
                { label: t('customers:list.orders'), num: true },
                { label: t('customers:list.tickets'), num: true },
                { label: t('customers:list.open'), num: true },
                { label: t(byDue ? 'customers:list.due' : 'customers:list.since') },
              ]}
            >
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <TextLink href={customerPath(row.id)}>{row.name}</TextLink>
                    {row.grade && (
                      <>
                        {' '}
                        <Tag>{t('customers:list.graded', { grade: row.grade })}</Tag>
                      </>
                    )}
                    {row.merged > 0 && (
                      <div className="muted xs">
                        {t('customers:list.merged', { count: row.merged })}
                      </div>
                    )}
                  </th>
                  <td className="nowrap">{format.phone(row.phone)}</td>
                  <td>{row.address}</td>
                  <td className="num" data-label={t('customers:list.orders')}>
                    {row.orders}
                  </td>
                  <td className="num" data-label={t('customers:list.tickets')}>
                    {row.tickets}
                  </td>
                  <td className="num" data-label={t('customers:list.open')}>
                    {row.open}
                  </td>
                  <td className="nowrap">
                    {byDue
                      ? row.contactDue && (
                          <ContactBy day={row.contactDue} due={row.contactDue <= today} />
                        )
                      : format.date(row.since)}
                  </td>
                </tr>
              ))}
            </Table>
          </Section>
        )}
        <ListPages first={paged ? at(null) : null} next={more === null ? null : at(more)} />
      </div>
    </>
  )
}

function emptyWords({ q, grade, due }: { q: string; grade: string; due: boolean }) {
  if (due && !q && !grade) return 'customers:list.emptyDue'
  if (due || grade) return 'customers:list.emptyFiltered'
  return q ? 'customers:list.empty' : 'customers:list.emptyAll'
}
