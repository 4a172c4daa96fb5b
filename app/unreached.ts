import type { ShouldRevalidateFunction } from '@remix-run/react'

/** What a form is answered with in the browser when its answer didn't come. */
export const unreached = 503

/** After an answer that didn't come nothing is loaded anew: what is on the screen, and typed there, stays. */
export const reloadUnlessUnreached: ShouldRevalidateFunction = ({
  actionStatus,
  defaultShouldRevalidate,
}) => actionStatus !== unreached && defaultShouldRevalidate

/** What never changes while a crew's page is open isn't asked for again when the page is loaded anew. */
export const reloadFrame: ShouldRevalidateFunction = (change) => {
  const { currentUrl, nextUrl, formMethod } = change
  const anew = formMethod === undefined && currentUrl.pathname === nextUrl.pathname
  if (anew && nextUrl.pathname.startsWith('/crew')) return false
  return reloadUnlessUnreached(change)
}
