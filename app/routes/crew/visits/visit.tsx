import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useOutlet } from '@remix-run/react'
import { readVisitId } from '#app/domain/visits/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { reloadUnlessUnreached } from '#app/unreached.ts'
import { stageWord } from '../stage.ts'
import { CompletionForm, useOpenCompletion } from './completion-form.tsx'
import { visitOrConsole } from './elsewhere.server.ts'
import { useVisit, useVisitInStep } from './loaded-visit.ts'
import { VisitPage } from './visit-page.tsx'
import { crewVisitView } from './visit-view.server.ts'

export const shouldRevalidate = reloadUnlessUnreached
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request)
  const read = await visitOrConsole(ctx, readVisitId(params.id))
  const visit = crewVisitView(read, { ...ctx, settings: await currentSettings(ctx) })
  const t = translate(ctx.locale)
  const status = stageWord(t, visit.stage, visit.skill)
  const title = `${t('crew:visit.pageTitle', { name: visit.name, status })} – ${t('brand')}`
  return { title, ...visit }
}

/** Its form pages show themselves; the addresses that only take a form show the visit. */
export default function Visit() {
  useVisitInStep()
  const { stage } = useVisit()
  const outcome = useOpenCompletion()
  const form = useOutlet()
  if (form) return form
  return outcome && stage === 'working' ? <CompletionForm outcome={outcome} /> : <VisitPage />
}
