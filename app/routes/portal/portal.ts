import { useRouteLoaderData } from '@remix-run/react'

/** What every portal page knows about the company. */
export interface Portal {
  company: string
  hotline: string
  hotlineHref: string
  /** In words. */
  hours: string
  staffed: boolean
}

export const usePortal = () => useRouteLoaderData('routes/portal/layout') as Portal
