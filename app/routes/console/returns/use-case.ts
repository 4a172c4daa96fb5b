import { useRouteLoaderData } from '@remix-run/react'
import type { loader } from './case.tsx'

/** The case that the page is about. */
export function useCase() {
  const loaded = useRouteLoaderData<typeof loader>('routes/console/returns/case')
  if (!loaded) throw new Error('Only below the page of a case')
  return loaded.case
}
