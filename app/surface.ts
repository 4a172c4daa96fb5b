/** Which of the two ways to the browser a page takes: the portal's pages and papers send no React. */
export type Surface = 'portal' | 'console' | 'crew' | 'paper'

export const isHydrated = (surface: Surface) => surface === 'console' || surface === 'crew'

/** A route's `handle`. */
export interface SurfaceHandle {
  surface: Surface
}

export function surfaceOf(handles: readonly unknown[]): Surface {
  const last = handles.findLast(
    (handle): handle is SurfaceHandle =>
      typeof handle === 'object' && handle !== null && 'surface' in handle,
  )
  return last?.surface ?? 'portal'
}
