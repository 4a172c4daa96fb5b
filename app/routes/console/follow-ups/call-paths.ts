import { useSearchParams } from '@remix-run/react'

/** What a page of the calls is narrowed to goes along to the next one. */
const queue = '/console/follow-ups'

export const callPath = (id: number | null, kind: string | null, child = ''): string =>
  `${queue}${id === null ? '' : `/${id}`}${child}${kind ? `?kind=${kind}` : ''}`

/** After a call is kept: the next one, or the queue; it says whom the call was with. */
export function afterCall(next: number | null, kind: string | null, saved: number): string {
  const path = callPath(next, kind)
  return `${path}${path.includes('?') ? '&' : '?'}saved=${saved}`
}

/** The kind the address is narrowed to. */
export const useKind = (): string | null => useSearchParams()[0].get('kind')
