import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData, useParams } from '@remix-run/react'
import { listFollowUps } from '#app/domain/follow-ups/list-follow-ups.server.ts'
import { customerCalled } from '#app/domain/follow-ups/read-follow-up.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { SplitView } from '#app/ui/console/layout.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { CallsDue } from './calls-due.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'follow-up:call')
  const t = translate(ctx.locale)
  return {
    title: `${t('followUps:title')} – ${t('brand')}`,
    ...(await listFollowUps(ctx)),
    saved: await customerCalled(ctx, new URL(request.url).searchParams.get('saved')),
  }
}

/** A colleague's call changes the queue too: it is read again after a refusal. */
export const shouldRevalidate = () => true

export default function Queue() {
  const facts = useLoaderData<typeof loader>()
  const { id } = useParams()
  if (id !== undefined) {
    return <Outlet context={<CallsDue {...facts} current={Number(id)} />} />
  }
  return <QueueAlone />
}

function QueueAlone() {
  const { t } = useWords()
  const facts = useLoaderData<typeof loader>()
  const [first] = facts.calls
  const sub = facts.saved && (
    <span role="status">{t('followUps:saved', { name: facts.saved })}</span>
  )
  if (!first) {
    return (
      <>
        <PageHead title={t('followUps:title')} sub={sub} />
        <div className="paper">
          <EmptyState title={t('followUps:empty')}>{t('followUps:emptyHint')}</EmptyState>
        </div>
      </>
    )
  }
  return (
    <>
      <PageHead title={t('followUps:title')} sub={sub} />
      <SplitView list={<CallsDue {...facts} current={null} />} listLabel={t('followUps:tray')}>
        <EmptyState
          title={t('followUps:pick')}
          action={
            <BtnLink variant="go" size="lg" icon="call" href={`/console/follow-ups/${first.id}`}>
              {t('followUps:start')}
            </BtnLink>
          }
        >
          {t('followUps:pickHint')}
        </EmptyState>
      </SplitView>
    </>
  )
}
