import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import {
  countSupplyTasks,
  type SupplyCursor,
  supplyTasks,
} from '#app/domain/returns/index.server.ts'
import { originalSteps, promiseTimes, supplyLists } from '#app/domain/returns/supply-lists.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { isDay } from '#app/platform/time.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { A } from '#app/ui/links.tsx'
import { supplyKinds } from '#db/vocabulary/returns.ts'
import { oneOf, withSearch } from '../lists/list-address.ts'
import { ListChoice, ListFilters } from '../lists/list-filters.tsx'
import { ListPages } from '../lists/list-pages.tsx'
import { countWords } from '../navigation.ts'
import { tasksPath } from './case-look.ts'
import { TasksTable } from './tasks-table.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'return:supply')
  const search = new URL(request.url).searchParams
  const list = oneOf(supplyLists, search.get('list')) ?? 'supply'
  const ofSupply = list === 'supply'
  const filter = {
    kind: ofSupply ? oneOf(supplyKinds, search.get('kind')) : null,
    when: ofSupply ? oneOf(promiseTimes, search.get('when')) : null,
    step: ofSupply ? null : oneOf(originalSteps, search.get('step')),
  }
  const after = cursorIn(search.get('after'))
  const [{ tasks, next }, counts] = await Promise.all([
    supplyTasks(ctx, { list, filter, after }),
    countSupplyTasks(ctx),
  ])
  const t = translate(ctx.locale)
  const here = { list, ...filter }
  return {
    title: `${t('returns:supply.tasks')} – ${t('brand')}`,
    list,
    counts,
    filter,
    tasks,
    next: next && withSearch(tasksPath, here, { after: `${next.promisedOn ?? ''},${next.id}` }),
    first: after && withSearch(tasksPath, here),
  }
}

/** Where a page begins: the day of the row before it, where it has one, and its key. */
function cursorIn(given: string | null): SupplyCursor | null {
  const [day = '', id = ''] = given?.split(',') ?? []
  if (!/^[1-9]\d{0,14}$/.test(id) || (day !== '' && !isDay(day))) return null
  return { promisedOn: day || null, id: Number(id) }
}

/** RX-4: what the warehouse gets ready, and what comes back to it. */
export default function Tasks() {
  const { t } = useWords()
  const { list, counts, filter, tasks, next, first } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={t('returns:supply.tasks')} sub={t('returns:supply.sub')} />
      <nav className="queues" aria-label={t('returns:supply.tasks')}>
        {supplyLists.map((one) => (
          <A
            key={one}
            href={withSearch(tasksPath, { list: one })}
            aria-current={one === list ? 'page' : undefined}
          >
            {t(`returns:supply.list.${one}`)}
            {counts[one] > 0 && <span className="muted">{countWords(t, counts[one])}</span>}
          </A>
        ))}
      </nav>
      <ListFilters
        label={t('returns:supply.filter')}
        path={tasksPath}
        search={{ list, ...filter }}
        filtered={Object.values(filter).some(Boolean)}
      >
        <input type="hidden" name="list" value={list} />
        {list === 'supply' ? (
          <>
            <ListChoice
              label={t('returns:supply.when')}
              name="when"
              chosen={filter.when}
              options={promiseTimes.map((value) => ({
                value,
                label: t(`returns:supply.whenOf.${value}`),
              }))}
            />
            <ListChoice
              label={t('returns:supply.kind')}
              name="kind"
              chosen={filter.kind}
              options={supplyKinds.map((value) => ({ value, label: t(`returns:kind.${value}`) }))}
            />
          </>
        ) : (
          <ListChoice
            label={t('returns:supply.step')}
            name="step"
            chosen={filter.step}
            options={originalSteps.map((value) => ({
              value,
              label: t(`returns:supply.stepOf.${value}`),
            }))}
          />
        )}
      </ListFilters>
      <div className="paper">
        {tasks.length === 0 ? (
          <EmptyState title={t(`returns:supply.empty.${list}`)}>
            {t(`returns:supply.emptyHint.${list}`)}
          </EmptyState>
        ) : (
          <Section title={t(`returns:supply.list.${list}`)} hiddenTitle>
            <TasksTable tasks={tasks} list={list} />
          </Section>
        )}
        <ListPages first={first} next={next} />
      </div>
    </>
  )
}
