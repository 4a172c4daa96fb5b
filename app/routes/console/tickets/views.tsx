import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { filtersIn } from '#app/domain/tickets/ticket-filters.ts'
import { queryOf } from '#app/domain/tickets/ticket-query.ts'
import { listViews, saveView, SaveViewForm } from '#app/domain/tickets/ticket-views.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn, BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { CheckDense, FormError, FormGrid, InputDense } from '#app/ui/console/fields.tsx'
import { Crumb, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Tag } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { filterLists } from './filter-lists.server.ts'
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
      {asked && <SaveView query={asked.query} what={<ViewWords {...asked} lists={lists} />} />}
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

function SaveView({ query, what }: { query: string; what: ReactNode }) {
  const { t } = useWords()
  const f = useFormOf<'name' | 'shared'>('save-view', { reply: useActionData<typeof action>() })
  return (
    <Section title={t('queues:views.save')}>
      <Form method="post" {...f.form}>
        <input type="hidden" name="query" value={query} />
        <FormGrid two>
          {f.formError && <FormError>{f.formError}</FormError>}
          <p className="muted wide">{t('queues:views.lede')}</p>
          <p className="wide">
            {t('queues:views.what')}
            {what}
          </p>
          <InputDense {...f.field('name')} label={t('queues:views.name')} maxLength={40} />
          <CheckDense
            name="shared"
            value="yes"
            label={t('queues:views.shared')}
            defaultChecked={f.chosen('shared').includes('yes')}
          />
          <div className="actions wide">
            <Btn variant="go">{t('queues:views.submit')}</Btn>
            <BtnLink variant="quiet" href={`/console/tickets?${query}`}>
              {t('tickets:form.cancel')}
            </BtnLink>
          </div>
        </FormGrid>
      </Form>
    </Section>
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
