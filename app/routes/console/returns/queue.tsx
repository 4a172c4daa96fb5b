import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { caseQueues } from '#app/domain/returns/case-queues.ts'
import { type CaseCursor, countCases, listCases } from '#app/domain/returns/list-cases.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { may } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { A } from '#app/ui/links.tsx'
import { oneOf, withSearch } from '../lists/list-address.ts'
import { ListPages } from '../lists/list-pages.tsx'
import { countWords } from '../navigation.ts'
import { dueOf, returnsPath } from './case-look.ts'
import { CaseTable } from './case-table.tsx'
import { useRowKeys } from './answerable/use-row-keys.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'return:read')
  const search = new URL(request.url).searchParams
  const after = cursorIn(search.get('after'))
  const counts = await countCases(ctx)
  const first = may(ctx.actor, 'return:approve') && counts.approve > 0 ? 'approve' : 'todo'
  const usual = may(ctx.actor, 'return:decide') ? first : 'acting'
  const queue = oneOf(caseQueues, search.get('queue')) ?? usual
  const { cases, next } = await listCases(ctx, { queue, after })
  const t = translate(ctx.locale)
  return {
    title: `${t('returns:title')}: ${t(`returns:queue.${queue}`)} – ${t('brand')}`,
    queue,
    counts,
    rows: cases.map((one) => ({ ...one, due: dueOf(one, ctx.now()) })),
    may: {
      tasks: may(ctx.actor, 'return:supply'),
      claims: may(ctx.actor, 'claim:read'),
      figures: may(ctx.actor, 'return:cost'),
    },
    next: next && withSearch(returnsPath, { queue }, { after: `${next.at},${next.id}` }),
    first: after && withSearch(returnsPath, { queue }),
  }
}

/** Where a page begins: the instant of the row before it, and its key. */
function cursorIn(given: string | null): CaseCursor | null {
  const [at = '', id = ''] = given?.split(',') ?? []
  const day = new Date(at)
  if (!/^[1-9]\d{0,14}$/.test(id) || Number.isNaN(day.getTime())) return null
  return { at: day.toISOString(), id: Number(id) }
}

/** What waits to be decided, to be signed and to be done. */
export default function Queue() {
  const { t } = useWords()
  const { queue, counts, rows, may, next, first } = useLoaderData<typeof loader>()
  useRowKeys('.paper')
  return (
    <>
      <PageHead
        title={t('returns:title')}
        sub={
          counts.late > 0 && (
            <TextLink href={`${returnsPath}?queue=todo`}>
              {t('returns:queue.late', { count: counts.late })}
            </TextLink>
          )
        }
      >
        <Besides may={may} />
      </PageHead>
      <nav className="queues" aria-label={t('returns:queue.lists')}>
        {caseQueues.map((one) => {
          const count = one === 'all' || one === 'closed' ? 0 : counts[one]
          const late = one === 'appealed' || (one === 'todo' && counts.late > 0)
          return (
            <A
              key={one}
              href={withSearch(returnsPath, { queue: one })}
              aria-current={one === queue ? 'page' : undefined}
            >
              {t(`returns:queue.${one}`)}
              {count > 0 && <span className={late ? 'late' : 'muted'}>{countWords(t, count)}</span>}
            </A>
          )
        })}
      </nav>
      <div className="paper">
        {rows.length === 0 ? (
          <EmptyState title={t(`returns:queue.empty.${queue}`)}>
            {t(`returns:queue.emptyHint.${queue}`)}
          </EmptyState>
        ) : (
          <Section title={t(`returns:queue.${queue}`)} hiddenTitle>
            <CaseTable rows={rows} />
          </Section>
        )}
        <ListPages first={first} next={next} />
      </div>
    </>
  )
}

/** What else there is of returns. */
function Besides({ may }: { may: Record<'tasks' | 'claims' | 'figures', boolean> }) {
  const { t } = useWords()
  return (
    <>
      {may.tasks && (
        <BtnLink variant="quiet" href={`${returnsPath}/tasks`}>
          {t('returns:supply.tasks')}
        </BtnLink>
      )}
      {may.claims && (
        <BtnLink variant="quiet" href={`${returnsPath}/claims`}>
          {t('returns:claims.nav')}
        </BtnLink>
      )}
      {may.figures && (
        <BtnLink variant="quiet" href={`${returnsPath}/figures`}>
          {t('returns:figures.nav')}
        </BtnLink>
      )}
      <BtnLink variant="quiet" href={`${returnsPath}/ledger`}>
        {t('returns:queue.ledger')}
      </BtnLink>
    </>
  )
}
