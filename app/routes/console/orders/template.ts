import type { LoaderFunctionArgs } from '@remix-run/node'
import { columns } from '#app/domain/orders/columns.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { staffContext } from '#app/routes/context.server.ts'

/** A table with nothing but its column names; with the mark by which Excel knows UTF-8. */
export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'order:enter')
  const t = translate(ctx.locale)
  const header = columns.map((column) => t(`orders:field.${column}`)).join(',')
  return new Response(`\uFEFF${header}\r\n`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="contracts.csv"',
    },
  })
}
