import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listPromises, promiseChoices } from '#app/domain/promises/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { Crumb, EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Clocks, Section } from '#app/ui/console/sections.tsx'
import { withSearch } from '../lists/list-address.ts'
import { ListPages } from '../lists/list-pages.tsx'
import { withinDay } from '../civil-day.ts'
import { PrintButton } from '../print-button.tsx'
import { promisesPath } from './promise-look.ts'
import { promiseView } from './promise-view.server.ts'
import { mostDays, promisesAsked } from './promises-asked.server.ts'
import { PromiseFilters, PromiseOutcomes } from './promises-filters.tsx'
import { PromisesTable } from './promises-table.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'promise:read')
  const asked = new URL(request.url).searchParams
  const now = ctx.now()
  const { filter, cut, after } = promisesAsked(asked, now)
  const [{ promises, totals, next }, choices] = await Promise.all([
    listPromises(ctx, filter, after),
    promiseChoices(ctx, filter),
  ])
  const t = translate(ctx.locale)
  const named = ({ id, zh, en }: { id: number; zh: string; en: string }) => ({
    id,
    name: ctx.locale === 'en' ? en : zh,
  })
  const search = {
    ...{ from: filter.from, to: filter.to, outcome: filter.outcome, by: filter.madeBy },
    area: filter.areaId === null ? null : String(filter.areaId),
    crew: filter.crewId === null ? null : String(filter.crewId),
  }
  return {
    title: `${t('promises:title')} – ${t('brand')}`,
    search,
    filtered: [...asked.keys()].some((name) => name !== 'after'),
    cutAt: cut ? filter.from : null,
    mostDays,
    choices: {
      people: choices.people,
      areas: choices.areas.map(named),
      crews: choices.crews.map(named),
    },
    totals,
    rows: promises.map((row) => ({
      ...promiseView(row, now),
      skill: row.skill,
      number: row.number,
      name: row.name,
      area: ctx.locale === 'en' ? row.areaEn : row.areaZh,
      crew: ctx.locale === 'en' ? row.crewEn : row.crewZh,
    })),
    next: next && withSearch(promisesPath, search, { after: next }),
    first: after && withSearch(promisesPath, search),
  }
}

export type PromisesView = ReturnType<typeof useLoaderData<typeof loader>>
export type PromiseRow = PromisesView['rows'][number]

/** The ledger of every window a customer was told, and how many of those due were kept. */
export default function Promises() {
  const data = useLoaderData<typeof loader>()
  const { t, format } = useWords()
  const { rows, next, first, search, cutAt } = data
  const span = `${format.day(withinDay(search.from))} – ${format.day(withinDay(search.to))}`
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('visits:visit.crumb')}
            items={[{ href: '/console/dispatch', label: t('visits:dispatch.title') }]}
          />
        }
        title={t('promises:title')}
        sub={t('promises:sub')}
      >
        <PrintButton />
      </PageHead>
      <PromiseOutcomes data={data} />
      <PromiseFilters data={data} />
      <p className="print-only">{span}</p>
      <div className="paper">
        <Section title={t('promises:totals')} hiddenTitle>
          {cutAt && (
            <p>
              {t('promises:spanTooLong', {
                days: data.mostDays,
                day: format.day(withinDay(cutAt)),
              })}
            </p>
          )}
          <Totals totals={data.totals} />
          <p className="muted xs mt">{t('promises:definition')}</p>
        </Section>
        {rows.length === 0 ? (
          <EmptyState title={t('promises:empty')}>{t('promises:emptyHint')}</EmptyState>
        ) : (
          <Section title={span} hiddenTitle>
            <PromisesTable rows={rows} />
          </Section>
        )}
        <ListPages byTime first={first} next={next} />
      </div>
    </>
  )
}

function Totals({ totals: { byOutcome, late, missed } }: { totals: PromisesView['totals'] }) {
  const { t } = useWords()
  const { kept, broken, released, withdrawn, open } = byOutcome
  const due = kept + broken
  return (
    <Clocks
      items={[
        {
          label: t('promises:totals'),
          clock: due > 0 ? t('promises:kept', { percent: percent(kept, due) }) : '–',
          goal: due > 0 ? t('promises:keptOf', { kept, due }) : t('promises:nothingDue'),
        },
        {
          label: t('promises:broken'),
          clock: broken,
          goal: t('promises:brokenOf', { late, missed }),
        },
        {
          label: t('promises:given'),
          clock: released + withdrawn,
          goal: t('promises:givenOf', { released, withdrawn }),
        },
        { label: t('promises:openCount'), clock: open },
      ]}
    />
  )
}

/** All of them alone is 100 %. */
const percent = (part: number, whole: number) =>
  part === whole ? 100 : Math.min(99.9, Math.round((part / whole) * 1000) / 10)
