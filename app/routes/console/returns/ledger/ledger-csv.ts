import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvOf } from '#app/platform/csv.server.ts'
import { textOf } from './ledger-columns.server.ts'
import { exportedLedger } from './ledger-export.server.ts'

/** RX-6: the ledger as CSV. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { columns, rows, headers } = await exportedLedger(request, 'csv')
  const table = rows.map((row) => columns.map(({ cell }) => textOf(cell(row))))
  return new Response(csvOf([columns.map(({ label }) => label), ...table]), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', ...headers },
  })
}
