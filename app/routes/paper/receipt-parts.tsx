import { useWords } from '#app/i18n/use-words.ts'
import { withinDay } from '#app/routes/console/civil-day.ts'
import { headingHeight, signGap, signHeight } from '#app/ui/paper/measure.ts'
import { type Part, part } from '#app/ui/paper/pages.tsx'
import { SheetSign } from '#app/ui/paper/sheet.tsx'
import { factsPart } from './facts-part.tsx'
import type { ReceiptView } from './receipt-view.server.ts'

/** The height `sheet.css` gives a row of pictures, and how many stand in one. */
const photoRow = { height: 37, count: 4 }

/** The sections of a custody receipt in their order. */
export function useReceiptParts(receipt: ReceiptView): Part[] {
  const { t, format } = useWords()
  const continued = (title: string) => t('paper:continued', { title })
  const { backOn, purpose, returned } = receipt
  const mended = purpose === 'repair'
  return [
    factsPart(
      t('paper:receipt.customer'),
      [
        { term: t('paper:sheet.name'), text: receipt.customer, strong: true },
        { term: t('paper:sheet.product'), text: receipt.product },
        { term: t('paper:sheet.address'), text: receipt.address, wide: true },
      ],
      continued,
    ),
    factsPart(
      t('paper:receipt.item'),
      [
        { term: t('paper:receipt.what'), text: receipt.item, strong: true, wide: true },
        { term: t('paper:receipt.condition'), text: receipt.condition, wide: true },
        { term: t('paper:receipt.reason'), text: receipt.reason, wide: true },
        {
          term: t('paper:receipt.backOn'),
          text: !mended
            ? t('paper:receipt.forGood')
            : backOn
              ? format.wholeDay(withinDay(backOn))
              : t('paper:receipt.noDate'),
          strong: mended,
          wide: true,
        },
      ],
      continued,
    ),
    factsPart(
      t('paper:receipt.taken'),
      [
        { term: t('paper:receipt.takenAt'), text: format.moment(receipt.takenAt) },
        { term: t('paper:receipt.handedBy'), text: receipt.handedBy },
        { term: t('paper:receipt.takenBy'), text: receipt.takenBy },
        { term: t('paper:receipt.crew'), text: receipt.crew },
      ],
      continued,
    ),
    photosPart(),
    factsPart(
      t('paper:receipt.returned'),
      returned
        ? [
            { term: t('paper:receipt.returnedAt'), text: format.moment(returned.at) },
            { term: t('paper:receipt.receivedBy'), text: returned.receivedBy },
            { term: t('paper:receipt.returnedBy'), text: returned.by },
            {
              term: t('paper:receipt.title'),
              text: returned.reclaimed
                ? t('paper:receipt.reclaimed')
                : t('paper:receipt.notReclaimed', { because: returned.because ?? '' }),
            },
          ]
        : [],
      continued,
    ),
    signPart(),
  ]

  function photosPart() {
    const rows: string[][] = []
    for (let i = 0; i < receipt.photos.length; i += photoRow.count) {
      rows.push(receipt.photos.slice(i, i + photoRow.count))
    }
    return part({
      title: t('paper:receipt.photos'),
      head: headingHeight + 2,
      rows,
      height: () => photoRow.height,
      render: (shown) => (
        <div className="photos">
          {shown.flat().map((src) => (
            <img
              key={src}
              src={src}
              alt={t('paper:receipt.photo', { n: receipt.photos.indexOf(src) + 1 })}
            />
          ))}
        </div>
      ),
    })
  }

  function signPart() {
    const drawn = (src: string | null) => (src ? <img src={src} alt="" /> : undefined)
    const lines = [
      { words: t('paper:receipt.customerSigns'), drawing: drawn(receipt.drawings.taken) },
      { words: t('paper:receipt.crewSigns', { name: receipt.takenBy }) },
      ...(mended
        ? [{ words: t('paper:receipt.receives'), drawing: drawn(receipt.drawings.returned) }]
        : []),
    ]
    return part({
      title: null,
      head: signGap,
      follows: true,
      rows: [lines],
      height: () => signHeight + 6,
      render: () => <SheetSign label={t('paper:receipt.signing')} lines={lines} />,
    })
  }
}
