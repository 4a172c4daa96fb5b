import {
  data,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import {
  moveStranded,
  type Rehomed,
  rehomeVisit,
  rehomeVisits,
  strandedVisits,
} from '#app/domain/bookings/index.server.ts'
import { StrandedForm } from '#app/domain/bookings/rehome-form.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { submitForm } from '#app/platform/http.server.ts'
import { may } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import css from '#app/ui/console/capacity.css?url'
import { Crumb, EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { RehomedList } from './rehomed-list.tsx'
import { StrandedItem } from './stranded-item.tsx'
import { rehomedView, strandedView } from './stranded-view.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: css }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** What a colleague changed meanwhile is shown beside the refusal. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'booking:read')
  const stranded = await strandedVisits(ctx)
  const t = translate(ctx.locale)
  return {
    title: `${t('bookings:stranded.pageTitle')} – ${t('brand')}`,
    count: stranded.count,
    visits: stranded.visits.map(strandedView),
    mayManage: may(ctx.actor, 'booking:manage'),
  }
}

/** What was done is answered with the page itself, so that it says what moved and who must be called. */
export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'booking:manage')
  let done: { intent: 'take' | 'move' | 'all'; visits: Rehomed[] } | undefined
  const refused = await submitForm(await request.formData(), StrandedForm, async (form) => {
    const { intent } = form
    if (intent === 'take') done = { intent, visits: [await rehomeVisit(ctx, form)] }
    else if (intent === 'move') done = { intent, visits: [await moveStranded(ctx, form)] }
    else done = { intent, visits: await rehomeVisits(ctx, form.visits) }
    return new Response()
  })
  if (!done) return refused
  const t = translate(ctx.locale)
  return data({ intent: done.intent, done: done.visits.map((visit) => rehomedView(t, visit)) })
}

export default function Stranded() {
  const { count, visits, mayManage } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useWords()
  const homes = visits.filter(({ others }) => others.length > 0)
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('visits:visit.crumb')}
            items={[{ href: '/console/bookings', label: t('bookings:title') }]}
          />
        }
        title={t('bookings:stranded.title')}
        sub={count > 0 ? t('bookings:stranded.sub', { count }) : undefined}
      />
      {reply && 'done' in reply && <RehomedList intent={reply.intent} visits={reply.done} />}
      {visits.length === 0 ? (
        <EmptyState title={t('bookings:stranded.none')}>
          {t('bookings:stranded.noneHint')}
        </EmptyState>
      ) : (
        <>
          <Section label={t('bookings:stranded.all')}>
            <p>{t('bookings:stranded.intro')}</p>
            {mayManage && homes.length > 0 && (
              <Form method="post" className="actions mt stranded-all">
                {visits.map(({ id, version }) => (
                  <input key={id} type="hidden" name="visits" value={`${id}:${version}`} />
                ))}
                <Btn variant="go" name="intent" value="all">
                  {t('bookings:stranded.all')}
                </Btn>
                <span className="muted xs">
                  {t('bookings:stranded.allHint', { count: visits.length })}
                </span>
              </Form>
            )}
          </Section>
          <ol className="stranded-list">
            {visits.map((visit) => (
              <StrandedItem key={visit.id} visit={visit} mayManage={mayManage} reply={reply} />
            ))}
          </ol>
          {count > visits.length && <p className="pager">{t('bookings:stranded.more')}</p>}
        </>
      )}
    </>
  )
}
