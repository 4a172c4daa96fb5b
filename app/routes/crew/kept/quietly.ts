import { isRouteErrorResponse } from '@remix-run/react'
import { useEffect } from 'react'

const last = new Map<string, unknown>()

/** Keeps at hand what a page shows. */
export function useKnown(path: string, loaded: unknown): void {
  useEffect(() => void last.set(path, loaded), [path, loaded])
}

/** A page that is loaded anew stays as it is when no answer comes. */
export async function quietly<T>(request: Request, load: () => Promise<T>): Promise<T> {
  const path = new URL(request.url).pathname
  try {
    return await load()
  } catch (error) {
    const answered =
      error instanceof Response || (isRouteErrorResponse(error) && error.status < 500)
    if (answered || !last.has(path)) throw error
    return last.get(path) as T
  }
}
