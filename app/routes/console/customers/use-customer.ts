import { useOutletContext } from '@remix-run/react'
import type { CustomerView } from './customer-view.server.ts'

/** The customer on whose page a form has opened. */
export const useCustomer = () => useOutletContext<CustomerView & { submissionKey: string }>()
