import { Readable } from 'node:stream'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { workbookOf } from '#app/platform/workbook.server.ts'
import { exportedLedger } from './ledger-export.server.ts'

/** RX-6: the ledger as an Excel workbook. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { title, columns, rows, headers } = await exportedLedger(request, 'xlsx')
  const workbook = workbookOf({
    name: title,
    columns,
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  })
  return new Response(Readable.toWeb(Readable.from(workbook)) as ReadableStream, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      ...headers,
    },
  })
}
