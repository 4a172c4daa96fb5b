import { Form } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { orderPath } from './order-look.ts'
import type { OrderView } from './order-view.server.ts'

/** What was ordered and whether it is there; the warehouse ticks it off. */
export function OrderLines({ order }: { order: OrderView }) {
  const { t } = useWords()
  const { lines, may } = order
  const waiting = lines.some(({ arrivedAt }) => arrivedAt === null)
  if (lines.length === 0) return <p className="muted">{t('orders:order.none')}</p>
  const table = (
    <div className="row-lines order-lines">
      <LinesTable order={order} />
    </div>
  )
  if (!may.receive) return table
  const agreed = !may.undo && lines.some(({ arrivedAt }) => arrivedAt !== null)
  return (
    <Form method="post" action={`${orderPath(order.number)}/arrivals`}>
      {table}
      {waiting && (
        <div className="actions mt">
          <Btn variant="go" icon="check">
            {t('orders:do.arrive')}
          </Btn>
        </div>
      )}
      {agreed && <p className="muted mt">{t('orders:order.arrivalHeld')}</p>}
    </Form>
  )
}

function LinesTable({ order }: { order: OrderView }) {
  const { t, format } = useWords()
  const { lines, deals } = order
  const total = lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0)
  const currency = lines[0]?.currency
  return (
    <Table
      label={t('orders:table', { name: t('orders:order.lines') })}
      head={[
        { label: t('orders:field.product') },
        { label: t('orders:field.quantity'), num: true },
        ...(deals
          ? [
              { label: t('orders:field.unitPrice'), num: true },
              { label: t('orders:field.sum'), num: true },
            ]
          : []),
        { label: t('orders:field.arrived') },
      ]}
      foot={
        deals && (
          <tr>
            <th scope="row" colSpan={3}>
              {t('orders:field.total')}
            </th>
            <td className="num">{format.money(total, currency)}</td>
            <td />
          </tr>
        )
      }
    >
      {lines.map((line) => (
        <tr key={line.id}>
          <th scope="row">
            {line.product}
            <div className="muted xs">{line.model}</div>
          </th>
          <td className="num" data-label={t('orders:field.quantity')}>
            {line.quantity}
          </td>
          {deals && (
            <>
              <td className="num" data-label={t('orders:field.unitPrice')}>
                {format.money(line.unitPrice, line.currency)}
              </td>
              <td className="num" data-label={t('orders:field.sum')}>
                {format.money(line.unitPrice * line.quantity, line.currency)}
              </td>
            </>
          )}
          <td>
            <Arrival order={order} line={line} />
          </td>
        </tr>
      ))}
    </Table>
  )
}

function Arrival({
  order: { may, number },
  line,
}: {
  order: OrderView
  line: OrderView['lines'][number]
}) {
  const { t, format } = useWords()
  const product = line.product
  if (line.arrivedAt === null) {
    if (!may.receive) return <span className="muted">{t('orders:order.notArrived')}</span>
    return (
      <label className="check">
        <input type="checkbox" name="line" value={line.id} />
        <span>
          {t('orders:order.here')} <span className="vh">{product}</span>
        </span>
      </label>
    )
  }
  return (
    <>
      <span className="nowrap">
        {format.moment(line.arrivedAt)}
        {line.arrivedBy && <span className="muted xs"> {line.arrivedBy}</span>}
      </span>
      {may.receive && may.undo && (
        <div className="actions">
          <BtnLink
            variant="quiet"
            size="in"
            icon="undo"
            href={`${orderPath(number)}/arrivals?undo=${line.id}`}
            aria-label={t('orders:do.undoLabel', { product })}
          >
            {t('orders:do.undo')}
          </BtnLink>
        </div>
      )}
    </>
  )
}
