import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useOutlet } from '@remix-run/react'
import { isOverdue, readReceipt } from '#app/domain/custody/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { may } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { standingOf } from './custody-look.ts'
import { ReceiptPage } from './receipt-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** What a colleague recorded meanwhile is shown beside the refusal. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'custody:read')
  const receipt = await readReceipt(ctx, params.number!)
  const returned = receipt.returned !== null
  const overdue = isOverdue({ ...receipt, returned }, dayOf(ctx.now()))
  const t = translate(ctx.locale)
  return {
    title: `${t('custody:receipt.title', { number: receipt.number })} – ${t('brand')}`,
    receipt,
    standing: standingOf({ ...receipt, returned, overdue }),
    may: {
      tickets: may(ctx.actor, 'ticket:read'),
      visits: may(ctx.actor, 'visit:read'),
      giveBack: may(ctx.actor, 'custody:return') && receipt.purpose === 'repair' && !returned,
    },
  }
}

/** The address below only takes a form: it shows the receipt as well. */
export default function Receipt() {
  return useOutlet() ?? <ReceiptPage />
}
