import type { WholeClaim } from '#app/domain/claims/read-claim.server.ts'
import type { Format } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/keys.ts'
import { escapedHtml as escaped } from '#app/platform/download.server.ts'
import { costLines } from '#db/vocabulary/returns.ts'
import { withinDay } from '../../civil-day.ts'

interface Words {
  t: Translate
  locale: string
}

const css = `@page{size:A4;margin:16mm}
body{font:11pt/1.5 system-ui,sans-serif;max-width:178mm;margin:12mm auto;padding:0 4mm;color:#1d1b18}
h1{font-size:18pt;margin:0}h2{font-size:12pt;margin:6mm 0 1mm;break-after:avoid}
dl{display:grid;grid-template-columns:34mm 1fr;gap:1mm 4mm;margin:0}
dt{color:#5f5a52}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:1mm 2mm 1mm 0;border-bottom:1px solid #bbb;font-weight:400}
tfoot th,tfoot td{font-weight:700}.num{text-align:right;font-variant-numeric:tabular-nums}
.photos{display:grid;grid-template-columns:1fr 1fr;gap:4mm}figure{margin:0;break-inside:avoid}
img{width:100%;height:auto;border:1px solid #bbb}@media print{body{margin:0;padding:0}}`

/** The sheet of a claim: a page that needs nothing but the photos beside it; nothing of the customer is on it. */
export function claimSheet(
  whole: WholeClaim,
  {
    t,
    format,
    locale,
    photos,
    company,
    at,
  }: Words & {
    format: Format
    photos: { path: string; image: boolean }[]
    company: string
    at: string
  },
): string {
  const { claim, decision, shares } = whole
  const facts = factsOf(whole, { t, format, locale })
  const costs = decision ? costLines.filter((line) => decision.costs[line] !== 0) : []
  const row = (label: string, amount: string) =>
    `<tr><th scope="row">${escaped(label)}</th><td class="num">${escaped(amount)}</td></tr>`
  const money = (minor: number) => format.money(minor, decision?.currency ?? claim.currency)
  const costTable = decision
    ? table(
        t('returns:claims.sheet.costs'),
        costs.map((line) =>
          row(
            t(`returns:cost.${line}`),
            money(line === 'charged' ? -decision.costs[line] : decision.costs[line]),
          ),
        ),
        row(t('returns:cost.total'), money(decision.total)),
      )
    : ''
  const shareTable = table(
    t('returns:claims.sheet.shares'),
    shares.map(({ party, percent, note, amount }) =>
      row(
        [t('returns:shares.part', { party: t(`returns:party.${party}`), percent }), note]
          .filter(Boolean)
          .join(' · '),
        amount === null ? '' : money(amount),
      ),
    ),
    row(t('returns:claims.sheet.claimed'), format.money(claim.amount, claim.currency)),
  )
  const shown = photos.map(({ path, image }, i) => {
    const label = escaped(t('returns:claims.sheet.photo', { n: i + 1 }))
    const inside = image ? `<img src="${escaped(path)}" alt="${label}">` : ''
    return `<figure>${inside}<figcaption><a href="${escaped(path)}">${label}</a></figcaption></figure>`
  })
  const title = t('returns:claims.sheet.title', { number: claim.number })
  return `<!doctype html>
<html lang="${escaped(locale)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${css}</style></head><body>
<h1>${escaped(title)}</h1>
<p>${escaped(t('returns:claims.sheet.to', { supplier: claim.supplier }))}<br>${escaped(t('returns:claims.sheet.made', { company, at }))}</p>
<dl>${facts.map(([term, said]) => `<dt>${escaped(term)}</dt><dd>${escaped(said)}</dd>`).join('')}</dl>
${costTable}${shareTable}
<h2>${escaped(t('returns:claims.sheet.photos'))}</h2>
${shown.length > 0 ? `<div class="photos">${shown.join('')}</div>` : `<p>${escaped(t('returns:claims.sheet.noPhotos'))}</p>`}
</body></html>
`
}

const table = (title: string, rows: string[], foot: string) =>
  `<h2>${escaped(title)}</h2><table><tbody>${rows.join('')}</tbody><tfoot>${foot}</tfoot></table>\n`

function factsOf(
  { claim, case: one, decision, answerable }: WholeClaim,
  { t, format, locale }: Words & { format: Format },
): [string, string][] {
  const unknown = t('returns:claims.sheet.unknown')
  const word = (key: 'order' | 'batch' | 'model' | 'quantity' | 'pieces' | 'delivered' | 'asked') =>
    t(`returns:claims.sheet.${key}`)
  const pieces = one.pieces.map(({ zh, en }) => (locale === 'en' ? en : zh))
  return [
    [t('returns:claims.case'), one.number],
    [word('order'), one.order?.number ?? unknown],
    ...(one.order
      ? [
          [
            t('returns:claims.sheet.orderedOn'),
            format.date(withinDay(one.order.orderedOn)),
          ] satisfies [string, string],
        ]
      : []),
    [t('returns:claims.product'), one.product],
    [word('model'), one.model ?? unknown],
    [word('batch'), one.batch || unknown],
    [word('quantity'), String(one.quantity)],
    ...(pieces.length > 0
      ? [[word('pieces'), pieces.join(locale === 'en' ? ', ' : '、')] satisfies [string, string]]
      : []),
    [word('delivered'), one.deliveredOn ? format.date(withinDay(one.deliveredOn)) : unknown],
    [word('asked'), format.date(one.askedAt)],
    [t('returns:claims.sheet.reason'), t(`returns:reason.${one.reason}`)],
    [t('returns:claims.sheet.remedy'), decision ? t(`returns:remedy.${decision.remedy}`) : unknown],
    [t('returns:claims.sheet.cause'), answerable?.cause ?? unknown],
    [t('returns:claims.sheet.evidence'), answerable?.evidence ?? unknown],
    ...(claim.note ? [[t('returns:claims.note'), claim.note] satisfies [string, string]] : []),
  ]
}

/** The same as a table: a line each cost and share, each with the order, the batch and the cause. */
export function claimTable(
  { claim, case: one, decision, answerable, shares }: WholeClaim,
  { t }: Words,
): string[][] {
  const sum = (minor: number) => (minor / 100).toFixed(2)
  const common = [
    claim.number,
    one.number,
    one.order?.number ?? '',
    one.product,
    one.batch,
    answerable?.cause ?? '',
  ]
  const line = (kind: string, item: string, percent: string, minor: number | null) => [
    ...common,
    kind,
    item,
    percent,
    minor === null ? '' : sum(minor),
    decision?.currency ?? claim.currency,
  ]
  const costs = decision
    ? costLines
        .filter((key) => decision.costs[key] !== 0)
        .map((key) =>
          line(
            t('returns:claims.sheet.costs'),
            t(`returns:cost.${key}`),
            '',
            key === 'charged' ? -decision.costs[key] : decision.costs[key],
          ),
        )
    : []
  return [
    [
      t('returns:claims.number'),
      t('returns:claims.case'),
      t('returns:claims.sheet.order'),
      t('returns:claims.product'),
      t('returns:claims.sheet.batch'),
      t('returns:claims.sheet.cause'),
      t('returns:claims.sheet.reason'),
      t('returns:claims.sheet.line'),
      '%',
      t('returns:claims.amount'),
      t('returns:ledger.col.currency'),
    ],
    ...costs,
    ...shares.map(({ party, percent, amount }) =>
      line(t('returns:claims.sheet.shares'), t(`returns:party.${party}`), String(percent), amount),
    ),
    line(t('returns:claims.sheet.claimed'), claim.supplier, '', claim.amount),
  ]
}
