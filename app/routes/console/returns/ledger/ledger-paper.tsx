import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LedgerFilters } from '#app/domain/ledger/ledger-filters.ts'
import { wholeLedger } from '#app/domain/ledger/ledger.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { may } from '#app/platform/permissions.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { BarOfPaper } from '#app/routes/paper/paper-bar.tsx'
import { PaperPage, Sheet, SheetFoot, SheetTop } from '#app/ui/paper/sheet.tsx'
import { withinDay } from '../../civil-day.ts'
import { ledgerPath } from './ledger-look.ts'
import { cellsOf, ledgerPages, PaperTable } from './ledger-sheet.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** More isn't printed at once. */
const most = 500

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'return:read')
  const filters = LedgerFilters.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [rows, { company }] = await Promise.all([
    wholeLedger(ctx, filters, most + 1),
    currentSettings(ctx),
  ])
  const t = translate(ctx.locale)
  return {
    title: `${t('returns:ledger.title')} – ${t('brand')}`,
    filters,
    rows: rows.slice(0, most).map(({ pieces, ...row }) => ({
      ...row,
      pieces: pieces.map(({ zh, en }) => (ctx.locale === 'en' ? en : zh)),
    })),
    cut: rows.length > most,
    seesCost: may(ctx.actor, 'return:cost'),
    company: ctx.locale === 'en' ? company.nameEn : company.nameZh,
    printedAt: ctx.now().toISOString(),
  }
}

/** RX-6: the ledger to be printed and filed, A4 across. */
export default function LedgerPaper() {
  const { t, format } = useWords()
  const { filters, rows, cut, seesCost, company, printedAt } = useLoaderData<typeof loader>()
  const pages = ledgerPages(rows.map((row) => cellsOf(row, t, format)))
  const said = (day: string | null, otherwise: string) =>
    day ? format.date(withinDay(day)) : otherwise
  const span = t('returns:ledger.paper.span', {
    from: said(filters.from, t('returns:ledger.paper.first')),
    to: said(filters.to, t('returns:ledger.paper.last')),
  })
  return (
    <PaperPage
      bar={
        <BarOfPaper back={{ href: ledgerPath(filters), label: t('returns:ledger.title') }}>
          {cut && <p>{t('returns:ledger.paper.cut', { count: most })}</p>}
        </BarOfPaper>
      }
    >
      {pages.map((cells, i) => (
        <Sheet across key={i} label={t('returns:ledger.paper.sheet', { page: i + 1 })}>
          <SheetTop
            level={i === 0 ? 1 : 2}
            title={t('returns:ledger.title')}
            sub={span}
            lines={[company, t('returns:ledger.count', { count: rows.length })]}
          />
          {cells.length === 0 ? (
            <p>{t('returns:ledger.emptyTitle')}</p>
          ) : (
            <PaperTable
              label={t('returns:ledger.paper.sheet', { page: i + 1 })}
              cells={cells}
              seesCost={seesCost}
            />
          )}
          <SheetFoot>
            {[
              t('returns:ledger.paper.printed', { at: format.dated(printedAt) }),
              t('returns:ledger.paper.page', { page: i + 1, pages: pages.length }),
            ]}
          </SheetFoot>
        </Sheet>
      ))}
    </PaperPage>
  )
}
