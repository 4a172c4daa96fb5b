import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { filtersIn } from '#app/domain/tickets/ticket-filters.ts'
import { queryOf } from '#app/domain/tickets/ticket-query.ts'
import { listViews } from '#app/domain/tickets/list-views.server.ts'
import { saveView, SaveViewForm } from '#app/domain/tickets/save-view.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Crumb, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Tag } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { filterLists } from './filter-lists.server.ts'
import { SaveView } from './save-view.tsx'
import { ViewWords } from './view-words.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:read')
  const asked = new URL(request.url).searchParams.get('query')
  const [views, lists] = await Promise.all([listViews(ctx), filterLists(ctx)])
  const t = translate(ctx.locale)
  return {
    title: t('queues:views.title'),
    brand: t('brand'),
    lists,
    asked: asked === null ? null : viewed(queryOf(filtersIn(asked))),
    views: views.map((view) => ({ ...view, ...viewed(view.query) })),
  }
}

const viewed = (query: string) => ({ query, filters: filtersIn(query) })

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:read')
  return submitForm(await request.formData(), SaveViewForm, async (form) => {
    await saveView(ctx, form)
    return seeOther(`/console/tickets?${form.query}`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} – ${data?.brand}` },
]

/** The views a colleague has and sees, and the one about to be saved. */
export default function Views() {
  const { title, asked, views, lists } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useWords()
  const own = views.filter((view) => view.own)
  const others = views.filter((view) => !view.own)
  return (
    <div className="paper">
      <PageHead
        title={title}
        crumb={
          <Crumb
            label={t('tickets:crumb')}
            items={[{ href: '/console/tickets', label: t('console:nav.tickets') }]}
          />
        }
      />
      {asked && (
        <SaveView query={asked.query} reply={reply} what={<ViewWords {...asked} lists={lists} />} />
      )}
      <Section title={t('queues:views.own')}>
        {own.length === 0 ? (
          <p className="muted">{t('queues:views.none')}</p>
        ) : (
          <ViewTable views={own} lists={lists} />
        )}
      </Section>
      {others.length > 0 && (
        <Section title={t('queues:views.others')}>
          <ViewTable views={others} lists={lists} />
        </Section>
      )}
    </div>
  )
}

type ViewRow = ReturnType<typeof useLoaderData<typeof loader>>['views'][number]
type Lists = ReturnType<typeof useLoaderData<typeof loader>>['lists']

function ViewTable({ views, lists }: { views: ViewRow[]; lists: Lists }) {
  const { t } = useWords()
  return (
    <div className="row-lines">
      <Table
        label={t('queues:views.label')}
        head={[
          { label: t('queues:views.name') },
          { label: t('queues:views.shows') },
          { label: t('queues:views.change'), hidden: true },
        ]}
      >
        {views.map((view) => (
          <tr key={view.id}>
            <th scope="row">
              <TextLink href={`/console/tickets?${view.query}`}>{view.name}</TextLink>{' '}
              {view.own && view.shared && <Tag>{t('queues:views.sharedMark')}</Tag>}
            </th>
            <td>
              <ViewWords {...view} lists={lists} />
            </td>
            <td>
              {view.own ? (
                <TextLink href={`/console/tickets/views/${view.id}`}>
                  {t('queues:views.change')}
                </TextLink>
              ) : (
                t('queues:views.by', { name: view.by })
              )}
            </td>
          </tr>
        ))}
      </Table>
    </div>
  )
}
