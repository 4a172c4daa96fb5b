import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LedgerFilters } from '#app/domain/ledger/ledger-filters.ts'
import { ledgerStores } from '#app/domain/ledger/ledger-stores.server.ts'
import { countLedger, ledgerRows } from '#app/domain/ledger/ledger.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { may } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { ListPages } from '../../lists/list-pages.tsx'
import { cursorIn, cursorText } from './ledger-cursor.ts'
import { LedgerFilterBar } from './ledger-filter-bar.tsx'
import { ledgerPath } from './ledger-look.ts'

import { LedgerTable } from './ledger-table.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'return:read')
  const search = new URL(request.url).searchParams
  const filters = LedgerFilters.parse(Object.fromEntries(search))
  const after = cursorIn(search.get('after'))
  const [{ rows, next }, count, stores] = await Promise.all([
    ledgerRows(ctx, filters, { after }),
    countLedger(ctx, filters),
    ledgerStores(ctx),
  ])
  const t = translate(ctx.locale)
  return {
    title: `${t('returns:ledger.title')} – ${t('brand')}`,
    filters,
    rows: rows.map(({ pieces, ...row }) => ({
      ...row,
      pieces: pieces.map(({ zh, en }) => (ctx.locale === 'en' ? en : zh)),
    })),
    count,
    stores,
    seesCost: may(ctx.actor, 'return:cost'),
    next: next && ledgerPath(filters, { after: cursorText(next) }),
    first: after && ledgerPath(filters),
  }
}

/** RX-6: 顾客退换货和补配件记录. */
export default function Ledger() {
  const { t } = useWords()
  const { filters, rows, count, stores, seesCost, next, first } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={t('returns:ledger.title')} sub={t('returns:ledger.sub')}>
        <BtnLink
          variant="quiet"
          icon="print"
          href={ledgerPath(filters, {}, '/paper')}
          target="_blank"
        >
          {t('print')}
        </BtnLink>
        <BtnLink icon="dl" href={ledgerPath(filters, {}, '/export.csv')} download>
          {t('returns:ledger.csv')}
        </BtnLink>
        <BtnLink icon="dl" href={ledgerPath(filters, {}, '/export.xlsx')} download>
          {t('returns:ledger.xlsx')}
        </BtnLink>
      </PageHead>
      <LedgerFilterBar filters={filters} stores={stores} />
      <div className="paper">
        {rows.length === 0 ? (
          <EmptyState title={t('returns:ledger.emptyTitle')}>
            {t('returns:ledger.empty')}
          </EmptyState>
        ) : (
          <Section title={t('returns:ledger.count', { count })}>
            <LedgerTable rows={rows} seesCost={seesCost} />
          </Section>
        )}
        <ListPages byTime first={first} next={next} />
      </div>
    </>
  )
}
