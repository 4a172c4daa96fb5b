import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readReceipt } from '#app/domain/custody/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { may } from '#app/platform/permissions.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { BarOfPaper } from '#app/routes/paper/paper-bar.tsx'
import { Receipt } from '#app/routes/paper/receipt.tsx'
import { receiptView } from '#app/routes/paper/receipt-view.server.ts'
import { companyView } from '#app/routes/paper/sheet-view.server.ts'
import { PaperPage } from '#app/ui/paper/sheet.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'custody:read')
  const [receipt, settings] = await Promise.all([
    readReceipt(ctx, params.number!),
    currentSettings(ctx),
  ])
  const t = translate(ctx.locale)
  const { number } = receipt
  const seesFiles = may(ctx.actor, 'ticket:read')
  return {
    title: `${t('paper:receipt.pageTitle', { number })} – ${t('brand')}`,
    receipt: receiptView(receipt, ctx, seesFiles ? (id) => `/attachments/${id}` : null),
    company: companyView(settings, ctx),
  }
}

/** VS-4: a custody receipt to be printed and signed. */
export default function ReceiptPaper() {
  const { receipt, company } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const back = { href: `/console/custody/${receipt.number}`, label: t('paper:bar.toReceipt') }
  return (
    <PaperPage bar={<BarOfPaper back={back} />}>
      <Receipt receipt={receipt} company={company} />
    </PaperPage>
  )
}
