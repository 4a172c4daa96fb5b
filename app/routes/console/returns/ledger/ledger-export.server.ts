import { LedgerFilters } from '#app/domain/ledger/ledger-filters.ts'
import { wholeLedger } from '#app/domain/ledger/ledger.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { attachmentOf } from '#app/platform/download.server.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { ledgerColumns } from './ledger-columns.server.ts'

/** The rows that the page shows with the same filters, all of them, and the columns to write them in. */
export async function exportedLedger(request: Request, extension: 'csv' | 'xlsx') {
  const ctx = await staffContext(request, 'return:read')
  const filters = LedgerFilters.parse(Object.fromEntries(new URL(request.url).searchParams))
  const t = translate(ctx.locale)
  const today = dayOf(ctx.now())
  return {
    title: t('returns:ledger.nav'),
    columns: ledgerColumns(ctx),
    rows: await wholeLedger(ctx, filters),
    headers: {
      'Content-Disposition': attachmentOf(
        `${t('returns:ledger.file', { day: today })}.${extension}`,
        `returns-ledger-${today}.${extension}`,
      ),
      'Cache-Control': 'no-store',
    },
  }
}
