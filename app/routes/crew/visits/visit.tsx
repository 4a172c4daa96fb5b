import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useOutlet } from '@remix-run/react'
import { readVisitId } from '#app/domain/visits/index.server.ts'
import { visitOfCrew } from '#app/domain/work/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { reloadUnlessUnreached } from '#app/unreached.ts'
import { calledView, callView } from '../call-ahead-view.server.ts'
import { stageOf, stageWord } from '../stage.ts'
import { VisitPage } from './visit-page.tsx'

export const shouldRevalidate = reloadUnlessUnreached
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'visit:work')
  const { visit, ticket, record, ...rest } = await visitOfCrew(ctx, readVisitId(params.id))
  const stage = stageOf({ status: visit.status, signed: record !== null })
  const t = translate(ctx.locale)
  const status = stageWord(t, stage, visit.skill)
  const en = ctx.locale === 'en'
  const signature = rest.photos.find((file) => file.stage === 'signature')
  const settings = await currentSettings(ctx)
  return {
    title: `${t('crew:visit.pageTitle', { name: ticket.name, status })} – ${t('brand')}`,
    id: visit.id,
    stage,
    skill: visit.skill,
    start: visit.windowStart.toISOString(),
    end: visit.windowEnd.toISOString(),
    name: ticket.name,
    phone: ticket.phone,
    address: ticket.address,
    product: ticket.product,
    description: ticket.description,
    work: visit.work,
    workDone: visit.workDone,
    times: [visit.setOutAt, visit.arrivedAt, visit.startedAt, visit.finishedAt].map(
      (time) => time?.toISOString() ?? null,
    ),
    checks: rest.checks.map(({ id, textZh, textEn, must, done, reason }) => ({
      id,
      text: en ? textEn : textZh,
      must,
      done,
      reason,
    })),
    reported: rest.reported.map(({ id }) => id),
    photos: rest.photos.flatMap(({ id, stage }) =>
      stage === 'before' || stage === 'after' ? [{ id, stage }] : [],
    ),
    signed: record && {
      name: record.signerName,
      at: record.signedAt.toISOString(),
      drawing: signature?.id ?? null,
    },
    hotline: settings.company.hotline,
    call: callView(visit, { calls: rest.calls, now: ctx.now(), settings }),
    called: calledView(visit, ctx.now()),
    position: rest.position,
    stops: rest.stops,
    submissionKey: newToken(),
  }
}

export type CrewVisit = Awaited<ReturnType<typeof loader>>

/** Its form pages show themselves; the addresses that only take a form show the visit. */
export default function Visit() {
  return useOutlet() ?? <VisitPage />
}
