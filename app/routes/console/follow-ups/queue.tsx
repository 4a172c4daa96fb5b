import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData, useParams } from '@remix-run/react'
import { dayFigures } from '#app/domain/follow-ups/day-figures.server.ts'
import { listFollowUps, readKind } from '#app/domain/follow-ups/list-follow-ups.server.ts'
import { customerCalled } from '#app/domain/follow-ups/read-follow-up.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { may } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { SplitView } from '#app/ui/console/layout.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { callPath } from './call-paths.ts'
import { CallsDue } from './calls-due.tsx'
import { TodaysCalls } from './day-figures.tsx'
import { KindFilter } from './kind-filter.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'follow-up:call')
  const t = translate(ctx.locale)
  const { searchParams } = new URL(request.url)
  const kind = readKind(searchParams.get('kind'))
  return {
    title: `${t('followUps:title')} – ${t('brand')}`,
    kind,
    inspects: may(ctx.actor, 'follow-up:inspect'),
    ...(await listFollowUps(ctx, kind)),
    figures: params.id === undefined ? await dayFigures(ctx) : null,
    saved: await customerCalled(ctx, searchParams.get('saved')),
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
  const figures = facts.figures && <TodaysCalls {...facts.figures} />
  const head = (
    <>
      <PageHead
        title={t('followUps:title')}
        sub={
          facts.saved && <span role="status">{t('followUps:saved', { name: facts.saved })}</span>
        }
      />
      <KindFilter {...facts} />
    </>
  )
  if (!first) {
    return (
      <>
        {head}
        <div className="paper">
          <EmptyState title={t('followUps:empty')}>{t('followUps:emptyHint')}</EmptyState>
          {figures}
        </div>
      </>
    )
  }
  return (
    <>
      {head}
      <SplitView list={<CallsDue {...facts} current={null} />} listLabel={t('followUps:tray')} both>
        <EmptyState
          title={t('followUps:pick')}
          action={
            <BtnLink variant="go" size="lg" icon="call" href={callPath(first.id, facts.kind)}>
              {t('followUps:start')}
            </BtnLink>
          }
        >
          {t('followUps:pickHint')}
        </EmptyState>
        {figures}
      </SplitView>
    </>
  )
}
