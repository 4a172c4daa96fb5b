import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { complaintQueues } from '#app/domain/complaints/complaint-queues.ts'
import {
  type ComplaintPlace,
  countComplaints,
  listComplaints,
} from '#app/domain/complaints/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { A } from '#app/ui/links.tsx'
import { oneOf, withSearch } from '../lists/list-address.ts'
import { ListPages } from '../lists/list-pages.tsx'
import { countWords } from '../navigation.ts'
import { complaintsPath } from './complaint-look.ts'
import { ComplaintsTable } from './complaints-table.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'complaint:handle')
  const search = new URL(request.url).searchParams
  const queue = oneOf(complaintQueues, search.get('queue')) ?? 'open'
  const after = placeIn(search.get('after'))
  const [{ complaints, next }, counts] = await Promise.all([
    listComplaints(ctx, { queue, after }),
    countComplaints(ctx),
  ])
  const t = translate(ctx.locale)
  return {
    title: `${t('complaints:title')} – ${t('brand')}`,
    queue,
    counts: { ...counts, closed: 0, all: 0 },
    complaints,
    next: next && withSearch(complaintsPath, { queue }, { after: next }),
    first: after && withSearch(complaintsPath, { queue }),
  }
}

/** Where a page begins: when the row before it was opened, and its key. */
function placeIn(given: string | null): ComplaintPlace | null {
  const [at, id] = given?.split(',') ?? []
  const opened = new Date(at ?? '')
  if (!/^[1-9]\d{0,14}$/.test(id ?? '') || Number.isNaN(opened.getTime())) return null
  return [opened, Number(id)]
}

/** CP-1: every complaint, by how far it is. */
export default function Complaints() {
  const { t } = useWords()
  const { queue, counts, complaints, next, first } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={t('complaints:title')} sub={t('complaints:list.sub')} />
      <nav className="queues" aria-label={t('complaints:list.queues')}>
        {complaintQueues.map((one) => (
          <A
            key={one}
            href={withSearch(complaintsPath, { queue: one })}
            aria-current={one === queue ? 'page' : undefined}
          >
            {t(`complaints:list.queue.${one}`)}
            {counts[one] > 0 && <span className="muted">{countWords(t, counts[one])}</span>}
          </A>
        ))}
      </nav>
      <div className="paper">
        {complaints.length === 0 ? (
          <EmptyState title={t('complaints:list.empty')}>
            {t('complaints:list.emptyHint')}
          </EmptyState>
        ) : (
          <Section title={t(`complaints:list.queue.${queue}`)} hiddenTitle>
            <div className="row-lines">
              <ComplaintsTable complaints={complaints} />
            </div>
          </Section>
        )}
        <ListPages first={first} next={next} byTime={queue === 'closed' || queue === 'all'} />
      </div>
    </>
  )
}
