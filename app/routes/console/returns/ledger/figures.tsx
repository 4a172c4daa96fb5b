import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { returnFigures } from '#app/domain/ledger/figures.server.ts'
import { LedgerFilters } from '#app/domain/ledger/ledger-filters.ts'
import { ledgerStores } from '#app/domain/ledger/ledger-stores.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { FilterBar, FilterDay } from '#app/ui/console/filters.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { ListChoice } from '../../lists/list-filters.tsx'
import { FiguresTable } from './figures-table.tsx'
import { figuresRoot } from './ledger-roots.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'return:cost')
  const asked = LedgerFilters.parse(Object.fromEntries(new URL(request.url).searchParams))
  const today = dayOf(ctx.now())
  const span = {
    from: asked.from ?? `${(asked.to ?? today).slice(0, 8)}01`,
    to: asked.to ?? today,
    store: asked.store,
  }
  const [figures, stores] = await Promise.all([returnFigures(ctx, span), ledgerStores(ctx)])
  const t = translate(ctx.locale)
  return {
    title: `${t('returns:figures.title')} – ${t('brand')}`,
    span,
    stores,
    ...figures,
  }
}

/** RX-5, FG-1: returns by who is answerable, by reason and by product; the month until they are asked for. */
export default function Figures() {
  const { t } = useWords()
  const { span, stores, filters, all, parties, reasons, products, moreProducts } =
    useLoaderData<typeof loader>()
  const { from, to, store } = span
  return (
    <>
      <PageHead title={t('returns:figures.title')} sub={t('returns:figures.sub')} />
      <FilterBar
        label={t('returns:ledger.filters')}
        action={figuresRoot}
        key={`${from} ${to} ${store ?? ''}`}
      >
        <FilterDay label={t('returns:ledger.from')} name="from" defaultValue={from} />
        <FilterDay label={t('returns:ledger.to')} name="to" defaultValue={to} />
        {stores.length > 1 && (
          <ListChoice
            label={t('returns:ledger.store')}
            name="store"
            chosen={store === null ? null : String(store)}
            options={stores.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Btn>{t('returns:figures.show')}</Btn>
      </FilterBar>
      <div className="paper">
        {all.cases === 0 ? (
          <EmptyState title={t('returns:figures.emptyTitle')}>
            {t('returns:figures.empty')}
          </EmptyState>
        ) : (
          <>
            <FiguresTable
              title={t('returns:figures.byParty')}
              how={t('returns:figures.byPartyHow')}
              first={t('returns:figures.party')}
              cost={t('returns:figures.costOf')}
              filters={filters}
              rows={parties.map((row) => ({
                ...row,
                name: t(`returns:party.${row.key}`),
                filter: { party: row.key },
              }))}
            />
            <FiguresTable
              title={t('returns:figures.byReason')}
              how={t('returns:figures.byReasonHow')}
              first={t('returns:figures.reason')}
              cost={t('returns:figures.cost')}
              filters={filters}
              rows={reasons.map((row) => ({
                ...row,
                name: t(`returns:reason.${row.key}`),
                filter: { reason: row.key },
              }))}
              all={all}
            />
            <FiguresTable
              title={t('returns:figures.byProduct')}
              how={t('returns:figures.byProductHow', { count: products.length })}
              first={t('returns:figures.product')}
              cost={t('returns:figures.cost')}
              filters={filters}
              rows={products.map((row) => ({
                ...row,
                name: row.key,
                filter: { product: row.key },
              }))}
              more={
                moreProducts > 0
                  ? t('returns:figures.moreProducts', { count: moreProducts })
                  : undefined
              }
            />
          </>
        )}
      </div>
    </>
  )
}
