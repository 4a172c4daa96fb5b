import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useOutlet } from '@remix-run/react'
import { readPlan, readPlanId } from '#app/domain/planning/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { may } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { PlanPanel } from './plan-panel.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'visit:read')
  const plan = await readPlan(ctx, readPlanId(params.id))
  const url = new URL(request.url)
  // The board beside it is the plan's own day.
  if (request.method === 'GET' && url.searchParams.get('day') !== plan.day) {
    throw redirect(`/console/dispatch/plans/${plan.id}?day=${plan.day}`)
  }
  const t = translate(ctx.locale)
  return {
    title: `${t('plans:panel.pageTitle')} – ${t('brand')}`,
    plan,
    mayDispatch: may(ctx.actor, 'visit:dispatch'),
  }
}

/** The addresses below only take a form: they show the proposal as well. */
export default function Plan() {
  return useOutlet() ?? <PlanPanel />
}
