import { useRouteLoaderData } from '@remix-run/react'
import type { loader } from './visit.tsx'

/** The visit that all pages under its address are about. */
export function useVisit() {
  const visit = useRouteLoaderData<typeof loader>('routes/console/visits/visit')
  if (!visit) throw new Error('Only pages below a visit may ask for it')
  return visit
}
