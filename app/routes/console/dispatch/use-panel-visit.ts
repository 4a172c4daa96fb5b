import { useRouteLoaderData } from '@remix-run/react'
import type { loader } from './visit.tsx'

/** What the panel's loader told of its visit. */
export const usePanelVisit = () =>
  useRouteLoaderData<typeof loader>('routes/console/dispatch/visit')!
