import type { LoaderFunctionArgs } from '@remix-run/node'
import { columns } from '#app/domain/orders/columns.ts'
import { listProducts } from '#app/domain/orders/list-products.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { csvOf } from '#app/platform/csv.server.ts'
import { storeScope } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'

/** A table to fill in: its column names, and an example that is left out when it is imported. */
export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'order:enter')
  const t = translate(ctx.locale)
  const [product] = await listProducts(ctx, storeScope(ctx.actor, 'order:enter'))
  const example = columns.map((column) => {
    const words = t(`orders:import.examples.${column}`)
    if (column === 'number') return t('orders:import.exampleRow', { number: words })
    return column === 'model' && product ? product.model : words
  })
  return new Response(csvOf([columns.map((column) => t(`orders:field.${column}`)), example]), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="contracts.csv"',
    },
  })
}
