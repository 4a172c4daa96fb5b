import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { sheetOfVisit } from '#app/domain/papers/index.server.ts'
import { readVisitId } from '#app/domain/visits/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { JobSheet } from '#app/routes/paper/job-sheet.tsx'
import { BarOfPaper } from '#app/routes/paper/paper-bar.tsx'
import { companyView, sheetView } from '#app/routes/paper/sheet-view.server.ts'
import { PaperPage } from '#app/ui/paper/sheet.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'visit:read')
  const [sheet, settings] = await Promise.all([
    sheetOfVisit(ctx, readVisitId(params.id)),
    currentSettings(ctx),
  ])
  const t = translate(ctx.locale)
  const view = sheetView(sheet, ctx)
  return {
    title: `${t('paper:sheet.pageTitle', { number: view.number })} – ${t('brand')}`,
    sheet: view,
    company: companyView(settings, ctx),
  }
}

/** DS-5: the job sheet of one visit. */
export default function VisitSheet() {
  const { sheet, company } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const back = { href: `/console/visits/${sheet.id}`, label: t('paper:bar.toVisit') }
  return (
    <PaperPage bar={<BarOfPaper back={back} />}>
      <JobSheet sheet={sheet} company={company} />
    </PaperPage>
  )
}
