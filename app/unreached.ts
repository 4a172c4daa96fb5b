import type { ShouldRevalidateFunction } from '@remix-run/react'

/** What a form is answered with in the browser when its answer didn't come. */
export const unreached = 503

/** After an answer that didn't come nothing is loaded anew: what is on the screen, and typed there, stays. */
export const reloadUnlessUnreached: ShouldRevalidateFunction = ({
  actionStatus,
  defaultShouldRevalidate,
}) => actionStatus !== unreached && defaultShouldRevalidate
