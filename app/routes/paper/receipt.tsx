import { useWords } from '#app/i18n/use-words.ts'
import { inShort, pageRoom } from '#app/ui/paper/measure.ts'
import { Paged } from '#app/ui/paper/pages.tsx'
import { SheetTop } from '#app/ui/paper/sheet.tsx'
import { PaperFoot } from './paper-foot.tsx'
import { useReceiptParts } from './receipt-parts.tsx'
import type { ReceiptView } from './receipt-view.server.ts'
import type { CompanyView } from './sheet-view.server.ts'

/** VS-4: what left a home, on paper: given when it leaves, taken back when it returns. */
export function Receipt({ receipt, company }: { receipt: ReceiptView; company: CompanyView }) {
  const { t, format } = useWords()
  const parts = useReceiptParts(receipt)
  const continued = (title: string) => t('paper:continued', { title })
  const title = t('paper:receipt.title')
  return (
    <Paged
      parts={parts}
      room={pageRoom}
      label={(page) => t('paper:receipt.label', { number: receipt.number, page })}
      continued={continued}
      top={(page) => (
        <SheetTop
          title={page === 1 ? title : continued(title)}
          level={page === 1 ? 1 : 2}
          sub={t(`words:custodyPurpose.${receipt.purpose}`)}
          number={receipt.number}
          lines={
            page === 1
              ? [
                  t('paper:receipt.ticket', { number: receipt.ticketNumber }),
                  format.wholeDay(receipt.takenAt),
                ]
              : [inShort(receipt.customer, 24)]
          }
          qr={page === 1 ? receipt.qr : null}
        />
      )}
      foot={(page, pages) => (
        <PaperFoot
          hint={t(`paper:receipt.keep.${receipt.purpose}`)}
          {...{ company, page, pages }}
        />
      )}
    />
  )
}
