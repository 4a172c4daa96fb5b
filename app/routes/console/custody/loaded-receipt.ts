import { useRouteLoaderData } from '@remix-run/react'
import type { loader } from './receipt.tsx'

/** The receipt that all pages under its address are about. */
export function useReceipt() {
  const loaded = useRouteLoaderData<typeof loader>('routes/console/custody/receipt')
  if (!loaded) throw new Error('Only pages below a receipt may ask for it')
  return loaded
}
