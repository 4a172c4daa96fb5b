import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readReceiptAsCustomer } from '#app/domain/custody/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { customerContext } from '#app/routes/context.server.ts'
import { BarOfPaper } from '#app/routes/paper/paper-bar.tsx'
import { Receipt } from '#app/routes/paper/receipt.tsx'
import { receiptView } from '#app/routes/paper/receipt-view.server.ts'
import { companyView } from '#app/routes/paper/sheet-view.server.ts'
import { PaperPage } from '#app/ui/paper/sheet.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params: { token, number = '' } }: LoaderFunctionArgs) {
  const { ctx } = await customerContext(request, token, 'track')
  const [receipt, settings] = await Promise.all([
    readReceiptAsCustomer(ctx, number),
    currentSettings(ctx),
  ])
  const t = translate(ctx.locale)
  return {
    title: `${t('paper:receipt.pageTitle', { number })} – ${t('brand')}`,
    back: `/track/${token}`,
    receipt: receiptView(receipt, ctx, (id) => `/track/${token}/files/${id}`),
    company: companyView(settings, ctx),
  }
}

/** VS-4: the customer's own receipt for what left their home. */
export default function ReceiptOfCustomer() {
  const { receipt, company, back } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <PaperPage bar={<BarOfPaper back={{ href: back, label: t('paper:bar.toTicket') }} />}>
      <Receipt receipt={receipt} company={company} />
    </PaperPage>
  )
}
