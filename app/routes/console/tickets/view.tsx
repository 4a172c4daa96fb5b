import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { findView } from '#app/domain/tickets/list-views.server.ts'
import { changeView, ChangeViewForm, removeView } from '#app/domain/tickets/save-view.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { Crumb, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { ViewFields } from './view-fields.tsx'

const viewsPath = '/console/tickets/views'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:read')
  const view = await findView(ctx, Number(params.id))
  const t = translate(ctx.locale)
  return {
    ...view,
    title: t(view.own ? 'queues:views.changeTitle' : 'queues:views.title'),
    brand: t('brand'),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:read')
  const form = await request.formData()
  if (form.get('do') === 'remove') {
    await removeView(ctx, Number(params.id))
    return seeOther(viewsPath)
  }
  return submitForm(form, ChangeViewForm, async (view) => {
    await changeView(ctx, Number(params.id), view)
    return seeOther(viewsPath)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} – ${data?.brand}` },
]

/** One's own view under another name, for colleagues or not, or no longer; a colleague's as it is. */
export default function View() {
  const view = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="paper">
      <PageHead
        title={view.title}
        crumb={
          <Crumb
            label={t('tickets:crumb')}
            items={[
              { href: '/console/tickets', label: t('console:nav.tickets') },
              { href: viewsPath, label: t('queues:views.title') },
            ]}
          />
        }
      >
        <BtnLink href={`/console/tickets?${view.query}`}>{t('queues:views.open')}</BtnLink>
      </PageHead>
      <Section title={view.name}>
        {view.own ? <ChangeView view={view} /> : <p>{t('queues:views.by', { name: view.by })}</p>}
      </Section>
    </div>
  )
}

function ChangeView({ view: { name, shared } }: { view: { name: string; shared: boolean } }) {
  const { t } = useWords()
  const f = useFormOf<'name' | 'shared'>('view', {
    reply: useActionData<typeof action>(),
    defaults: { name, shared: shared ? 'yes' : null },
  })
  return (
    <Form method="post" {...f.form}>
      <ViewFields f={f} back={viewsPath}>
        <Btn variant="go">{t('queues:views.changeSubmit')}</Btn>
        <Btn variant="bad" name="do" value="remove">
          {t('queues:views.remove')}
        </Btn>
      </ViewFields>
    </Form>
  )
}
