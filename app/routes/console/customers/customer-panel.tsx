import { PagePanel, type PanelProps } from '../page-panel.tsx'
import { customerPath } from './customer-paths.ts'
import { useCustomer } from './use-customer.ts'

/** A form on the customer's page. */
export function CustomerPanel(form: PanelProps) {
  return <PagePanel page={customerPath(useCustomer().id)} {...form} />
}
