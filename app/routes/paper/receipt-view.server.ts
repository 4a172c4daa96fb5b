import type { CustomersReceipt, Receipt } from '#app/domain/custody/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { publicUrl } from '#app/platform/listener.server.ts'
import { qrOf } from './qr.server.ts'

export type ReceiptView = ReturnType<typeof receiptView>

/**
 * A custody receipt as it is printed. Whoever takes the paper back scans it, so its code leads colleagues to the
 * receipt: a customer's private link is not for a paper that goes from hand to hand.
 * @param fileUrl where the reader finds a picture; `null` when they may not
 */
export function receiptView(
  receipt: Receipt | CustomersReceipt,
  { locale }: Pick<Ctx, 'locale'>,
  fileUrl: ((id: string) => string) | null,
) {
  const { returned, drawings } = receipt
  const pictureOf = (id: string | null) => (id && fileUrl ? fileUrl(id) : null)
  return {
    number: receipt.number,
    ticketNumber: receipt.ticketNumber,
    purpose: receipt.purpose,
    item: receipt.item,
    condition: receipt.condition,
    reason: receipt.reason,
    backOn: receipt.backOn,
    takenAt: receipt.takenAt,
    takenBy: receipt.takenBy,
    handedBy: receipt.handedBy,
    crew: receipt.crew,
    customer: receipt.customer,
    address: receipt.address,
    product: receipt.product,
    photos: fileUrl ? receipt.photos.map(fileUrl) : [],
    drawings: { taken: pictureOf(drawings.taken), returned: pictureOf(drawings.returned) },
    returned: returned && {
      at: returned.at,
      by: returned.by ?? '',
      receivedBy: returned.receivedBy,
      reclaimed: returned.reclaimed,
      because: 'because' in returned ? returned.because : null,
    },
    qr: qrOf(
      `${publicUrl()}/console/custody/${receipt.number}`,
      translate(locale)('paper:receipt.qr', { number: receipt.number }),
    ),
  }
}
