import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useOutlet } from '@remix-run/react'
import { readVisitId, visitForDispatch } from '#app/domain/visits/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { may } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useBoard } from './board-context.ts'
import { dayView } from '../visits/day-view.server.ts'
import { panelView } from './panel-view.server.ts'
import { VisitPanel } from './visit-panel.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** What a colleague changed meanwhile is shown beside the refusal. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'visit:read')
  const read = await visitForDispatch(ctx, readVisitId(params.id))
  const t = translate(ctx.locale)
  return {
    title: `${t('visits:panel.pageTitle', { name: read.ticket.name })} – ${t('brand')}`,
    ...panelView(read, ctx),
    ...(await dayView(ctx, read.visit)),
    mayChange: may(ctx.actor, 'visit:change'),
    mayMark:
      may(ctx.actor, 'visit:change') &&
      (read.visit.status === 'proposed' || read.visit.status === 'confirmed'),
    mayDispatch: may(ctx.actor, 'visit:dispatch'),
  }
}

/** The addresses below only take a form: they show the panel as well. */
export default function Visit() {
  return useOutlet(useBoard()) ?? <VisitPanel />
}
