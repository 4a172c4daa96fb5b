import { useOutletContext } from '@remix-run/react'
import type { OrderView } from './order-view.server.ts'

/** The order on whose page a form has opened. */
export const useOrder = () => useOutletContext<OrderView>()
