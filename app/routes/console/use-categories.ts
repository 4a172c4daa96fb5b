import { useRouteLoaderData } from '@remix-run/react'
import type { loader } from './layout.tsx'

/** What may be wrong, in the reader's words; the whole console has them from its frame. */
export function useCategories() {
  const categories = useRouteLoaderData<typeof loader>('routes/console/layout')?.categories ?? []
  return {
    categories,
    categoryName: (key: string) => categories.find((one) => one.key === key)?.name ?? key,
    /** What a ticket may be about; one that has a category keeps it. */
    offered: (kept?: string) => categories.filter(({ key, active }) => active || key === kept),
  }
}
