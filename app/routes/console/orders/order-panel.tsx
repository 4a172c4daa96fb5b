import { PagePanel, type PanelProps } from '../page-panel.tsx'
import { orderPath } from './order-look.ts'
import { useOrder } from './use-order.ts'

/** A form on the order's page. */
export function OrderPanel(form: PanelProps) {
  return <PagePanel page={orderPath(useOrder().number)} {...form} />
}
