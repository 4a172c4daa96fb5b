import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import {
  countOverdue,
  type CustodyCursor,
  hasReceipt,
  listCustody,
} from '#app/domain/custody/index.server.ts'
import { custodyLists } from '#app/domain/custody/custody-lists.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { isDay } from '#app/platform/time.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { FilterBar, FilterFind } from '#app/ui/console/filters.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import { A } from '#app/ui/links.tsx'
import { oneOf, withSearch } from '../lists/list-address.ts'
import { ListPages } from '../lists/list-pages.tsx'
import { countWords } from '../navigation.ts'
import { custodyPath, receiptPath } from './custody-look.ts'
import { CustodyTable } from './custody-table.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'custody:read')
  const search = new URL(request.url).searchParams
  const number = (search.get('number') ?? '').normalize('NFKC').trim().toUpperCase().slice(0, 20)
  if (number !== '' && (await hasReceipt(ctx, number))) throw seeOther(receiptPath(number))
  const list = oneOf(custodyLists, search.get('list')) ?? 'out'
  const after = cursorIn(search.get('after'))
  const [{ receipts, next }, overdue] = await Promise.all([
    listCustody(ctx, { list, after }),
    countOverdue(ctx),
  ])
  const t = translate(ctx.locale)
  return {
    title: `${t('custody:title')} – ${t('brand')}`,
    list,
    missing: number || null,
    overdue,
    receipts,
    next: next && withSearch(custodyPath, { list }, { after: `${next.at ?? ''},${next.id}` }),
    first: after && withSearch(custodyPath, { list }),
  }
}

/** Where a page begins: the day or the instant of the row before it, and its key. */
function cursorIn(given: string | null): CustodyCursor | null {
  const [at, id] = given?.split(',') ?? []
  if (!/^[1-9]\d{0,14}$/.test(id ?? '')) return null
  if (at === '') return { at: null, id: Number(id) }
  const valid = isDay(at ?? '') || !Number.isNaN(new Date(at ?? '').getTime())
  return valid ? { at: at ?? null, id: Number(id) } : null
}

export default function Custody() {
  const { t } = useWords()
  const { list, missing, overdue, receipts, next, first } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={t('custody:title')} sub={t('custody:sub')} />
      <nav className="queues" aria-label={t('custody:list.lists')}>
        {custodyLists.map((one) => (
          <A
            key={one}
            href={withSearch(custodyPath, { list: one })}
            aria-current={one === list ? 'page' : undefined}
          >
            {t(`custody:list.${one}`)}
            {one === 'overdue' && overdue > 0 && (
              <span className="late">{countWords(t, overdue)}</span>
            )}
          </A>
        ))}
      </nav>
      <FilterBar label={t('custody:list.find')} action={custodyPath}>
        <FilterFind
          label={t('custody:list.find')}
          name="number"
          placeholder="C1000042"
          maxLength={20}
          defaultValue={missing ?? ''}
        />
        <Btn>{t('custody:list.open')}</Btn>
      </FilterBar>
      <div className="paper">
        {missing && (
          <Section label={t('custody:list.find')}>
            <Warn icon="search">{t('custody:list.notFound', { number: missing })}</Warn>
          </Section>
        )}
        {receipts.length === 0 ? (
          <EmptyState title={t(`custody:list.empty.${list}`)}>
            {t(`custody:list.emptyHint.${list}`)}
          </EmptyState>
        ) : (
          <Section title={t(`custody:list.${list}`)} hiddenTitle>
            <div className="row-lines">
              <CustodyTable receipts={receipts} />
            </div>
          </Section>
        )}
        <ListPages first={first} next={next} />
      </div>
    </>
  )
}
