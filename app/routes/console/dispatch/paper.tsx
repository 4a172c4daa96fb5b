import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { papersOfDay, stillToDo } from '#app/domain/papers/index.server.ts'
import { formatter } from '#app/i18n/format.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { companyZone, dayOf, instantAt } from '#app/platform/time.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { askedPapers, paperKinds, papersPath } from '#app/routes/paper/asked.server.ts'
import { JobSheet } from '#app/routes/paper/job-sheet.tsx'
import { LoadList } from '#app/routes/paper/load-list.tsx'
import { loadView } from '#app/routes/paper/load-view.server.ts'
import { ChooseCrew } from '#app/routes/paper/choose-crew.tsx'
import { BarOfPaper } from '#app/routes/paper/paper-bar.tsx'
import { companyView, sheetView } from '#app/routes/paper/sheet-view.server.ts'
import { PaperPage } from '#app/ui/paper/sheet.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'visit:read')
  const asked = askedPapers(request, ctx)
  const { day, crewId, what, done } = asked
  const [whole, settings] = await Promise.all([papersOfDay(ctx, day, crewId), currentSettings(ctx)])
  const open = stillToDo(whole)
  const leavesOut = day === dayOf(ctx.now()) && open.done > 0
  const papers = leavesOut && !done ? open.papers : whole
  const loads = what === 'sheets' ? [] : papers.map((one) => loadView(one, ctx))
  const t = translate(ctx.locale)
  const named = (crew: { id: number; nameZh: string; nameEn: string }) => ({
    id: crew.id,
    name: ctx.locale === 'en' ? crew.nameEn : crew.nameZh,
  })
  const noon = instantAt(day, '12:00')
  const format = formatter(ctx.locale, companyZone(), ctx.now())
  return {
    title: `${t('paper:day.pageTitle', { day: format.day(noon) })} – ${t('brand')}`,
    company: companyView(settings, ctx),
    papers: papers.map((one, i) => ({
      crewId: one.crew.id,
      load: loads[i] ?? null,
      sheets: what === 'loads' ? [] : one.sheets.map((sheet) => sheetView(sheet, ctx)),
    })),
    unloaded: loads.filter((load) => load === null).length,
    finished: leavesOut
      ? { done, count: open.done, href: papersPath({ ...asked, done: !done }) }
      : null,
    kinds: paperKinds(asked),
    choose: {
      day,
      what,
      done,
      crews: crewId === null ? papers.map(({ crew }) => named(crew)) : [],
    },
    everybody: crewId === null ? null : papersPath({ ...asked, crewId: null }),
    noon: noon.toISOString(),
    back: `/console/dispatch?day=${day}`,
  }
}

/** DS-5: a day's papers in one print: crew by crew, what it loads before where it goes. */
export default function PapersOfDay() {
  const page = useLoaderData<typeof loader>()
  const { papers, kinds, choose, everybody, noon, back, company, unloaded, finished } = page
  const { t, format } = useWords()
  const empty =
    papers.length > 0 ? 'noLoads' : finished ? 'allDone' : everybody ? 'emptyCrew' : 'empty'
  return (
    <PaperPage
      bar={
        <BarOfPaper back={{ href: back, label: t('paper:bar.toBoard') }}>
          {kinds.map(({ what, href, current }) => (
            <a key={what} href={href} aria-current={current ? 'page' : undefined}>
              {t(`paper:bar.${what}`)}
            </a>
          ))}
          {everybody && <a href={everybody}>{t('paper:bar.everybody')}</a>}
          <ChooseCrew {...choose} />
          {finished && (
            <a href={finished.href}>
              {t(finished.done ? 'paper:bar.openOnly' : 'paper:bar.finishedToo', finished)}
            </a>
          )}
          {unloaded > 0 && <p>{t('paper:bar.nothingToLoad', { count: unloaded })}</p>}
        </BarOfPaper>
      }
    >
      {papers.every(({ load, sheets }) => load === null && sheets.length === 0) && (
        <div className="paper-note">
          <h1>{format.wholeDay(noon)}</h1>
          <p>{t(`paper:day.${empty}`)}</p>
        </div>
      )}
      {papers.flatMap(({ crewId, load, sheets }) => [
        load && <LoadList key={`load ${crewId}`} list={load} {...{ noon, company }} />,
        ...sheets.map((sheet) => <JobSheet key={sheet.id} {...{ sheet, company }} />),
      ])}
    </PaperPage>
  )
}
