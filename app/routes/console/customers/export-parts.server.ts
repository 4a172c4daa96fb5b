import type { ExportedCustomer } from '#app/domain/customers/export-customer.server.ts'
import type { Format } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/keys.ts'
import type customers from '#app/i18n/zh-CN/customers.ts'
import { ratingQuestions } from '#db/vocabulary/follow-ups.ts'
import type { Locale } from '#db/vocabulary/locales.ts'
import { withinDay } from '../civil-day.ts'

export interface Part {
  title: string
  /** Each entry's facts, in words. */
  entries: { term: string; said: string }[][]
}

type Row<K extends keyof ExportedCustomer> = ExportedCustomer[K][number]

/** All of it as its customer reads it: every fact under its name, every code in words. */
export function partsOf(
  data: ExportedCustomer,
  {
    t,
    format,
    locale,
    categoryName,
  }: { t: Translate; format: Format; locale: Locale; categoryName: (key: string) => string },
): Part[] {
  const day = (civil: string | null) => civil && format.date(withinDay(civil))
  const at = (instant: Date | null) => instant && format.dated(instant)
  const phone = (e164: string) => (e164.startsWith('+') ? format.phone(e164) : e164)
  const field = (name: FieldName) => t(`customers:export.field.${name}`)
  const part = <K extends PartName, R>(
    name: K,
    rows: readonly R[],
    facts: (row: R) => [FieldName, string | number | null | undefined][],
  ): Part => ({
    title: t(`customers:export.parts.${name}`),
    entries: rows.map((row) =>
      facts(row).flatMap(([key, said]) =>
        said === null || said === undefined || said === ''
          ? []
          : [{ term: field(key), said: String(said) }],
      ),
    ),
  })
  const product = ({ product, productEn, model, quantity, unitPrice, currency }: Row<'orders'>) =>
    `${locale === 'en' ? productEn : product} ${model} × ${quantity}, ${format.money(unitPrice, currency)}`
  const refund = ({ amount, currency, method, paidAt }: Row<'cases'>['refunds'][number]) =>
    [
      format.money(amount ?? 0, currency ?? undefined),
      method && t(`asks:track.method.${method}`),
      at(paidAt) ?? t('customers:export.notPaid'),
    ]
      .filter(Boolean)
      .join(', ')
  return [
    part('person', data.person, (one) => [
      ['name', one.name],
      ['phone', phone(one.phone)],
      ['email', one.email],
      ['address', one.address],
      ['language', t(`tickets:call.languages.${one.language}`)],
      ['since', at(one.since)],
      ['grade', one.grade],
      ['lastContact', at(one.lastContact)],
      ['nextContact', day(one.nextContact)],
      ['contractUntil', day(one.contractUntil)],
    ]),
    part('contacts', data.contacts, (one) => [
      ['kind', t(`customers:contacts.kinds.${one.kind}`)],
      ['value', one.kind === 'phone' ? phone(one.value) : one.value],
      ['label', one.label],
    ]),
    part('orders', byOrder(data.orders), ([order, ...lines]) => [
      ['number', order.number],
      [
        'status',
        order.deliveredOn ? t('orders:status.delivered') : t(`orders:status.${order.status}`),
      ],
      ['orderedOn', day(order.orderedOn)],
      ['deliveredOn', day(order.deliveredOn)],
      ['name', order.name],
      ['phone', order.phone && phone(order.phone)],
      ['address', order.address],
      ['requirements', order.requirements],
      ['products', [order, ...lines].map(product).join('\n')],
    ]),
    part('tickets', data.tickets, (one) => [
      ['number', one.number],
      ['kind', t(`words:ticketKind.${one.kind}`)],
      ['status', t(`words:ticketStatus.${one.status}`)],
      ['category', categoryName(one.category)],
      ['channel', t(`words:channel.${one.channel}`)],
      ['product', one.product],
      ['description', one.description],
      ['name', one.name],
      ['phone', phone(one.phone)],
      ['email', one.email],
      ['address', one.address],
      ['preferredDays', one.preferredDays],
      ['createdAt', at(one.createdAt)],
      ['resolvedAt', at(one.resolvedAt)],
      ['closedAt', at(one.closedAt)],
      ['solution', one.solution],
    ]),
    part('messages', data.messages, (one) => [
      ['ticket', one.ticket],
      ['by', t(`customers:export.direction.${one.direction}`)],
      ['body', one.body],
      ['at', at(one.at)],
    ]),
    part('visits', data.visits, (one) => [
      ['ticket', one.ticket],
      ['service', t(`words:skill.${one.service}`)],
      ['status', t(`words:visitStatus.${one.status}`)],
      ['window', `${format.date(one.windowStart)} ${format.span(one.windowStart, one.windowEnd)}`],
      ['arrivedAt', at(one.arrivedAt)],
      ['finishedAt', at(one.finishedAt)],
      ['workDone', one.workDone],
      ['outcome', one.outcome && t(`words:outcome.${one.outcome}`)],
    ]),
    part('ratings', data.ratings, (one) => [
      ['ticket', one.ticket],
      [
        'scores',
        ratingQuestions.map((name) => `${t(`words:question.${name}`)} ${one[name]} / 5`).join('\n'),
      ],
      ['recommend', one.recommend === null ? null : `${one.recommend} / 10`],
      ['words', one.words],
      ['at', at(one.at)],
    ]),
    part('cases', data.cases, (one) => [
      ['number', one.number],
      ['ticket', one.ticket],
      ['status', t(`customers:export.caseStatus.${one.status}`)],
      ['product', `${one.product} × ${one.quantity}`],
      ['pieces', one.pieces.map((piece) => (locale === 'en' ? piece.en : piece.zh)).join('\n')],
      ['reason', t(`asks:ask.reason.${one.reason}`)],
      ['wish', t(`asks:ask.wishes.${one.wish}`)],
      ['description', one.words],
      ['createdAt', at(one.askedAt)],
      ['decisions', one.decisions.map(({ told, at: on }) => `${at(on)}: ${told}`).join('\n')],
      ['refunds', one.refunds.map(refund).join('\n')],
      ['disagreed', one.disagreedAt && `${at(one.disagreedAt)}: ${one.disagreedWords ?? ''}`],
      ['closedAt', at(one.closedAt)],
      ['cancelled', one.cancelledAt && `${at(one.cancelledAt)}: ${one.cancelReason ?? ''}`],
    ]),
    part('complaints', data.complaints, (one) => [
      ['ticket', one.ticket],
      ['status', t(`customers:export.complaintStatus.${one.status}`)],
      ['description', one.words],
      ['createdAt', at(one.openedAt)],
      ['resolution', one.resolution && `${at(one.answeredAt) ?? ''}: ${one.resolution}`],
      ['verdict', one.verdict && t(`asks:complaint.verdict.${one.verdict}`)],
      ['words', one.verdictWords],
      ['at', at(one.verdictAt)],
      ['closedAt', at(one.closedAt)],
    ]),
    part('mails', data.mails, (one) => [
      ['ticket', one.ticket],
      ['kind', t(`words:template.${one.template}`)],
      ['subject', one.subject],
      ['status', t(`words:messageStatus.${one.status}`)],
      ['at', at(one.sentAt ?? one.at)],
    ]),
  ]
}

type FieldName = keyof (typeof customers)['export']['field']
type PartName = Exclude<keyof ExportedCustomer, 'files'>

/** An order's lines stand together; there is none without a line. */
function byOrder(lines: ExportedCustomer['orders']) {
  const orders = new Map<string, [Row<'orders'>, ...Row<'orders'>[]]>()
  for (const line of lines) {
    const order = orders.get(line.number)
    if (order) order.push(line)
    else orders.set(line.number, [line])
  }
  return [...orders.values()]
}
