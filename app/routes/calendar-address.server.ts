import { publicUrl } from '#app/platform/listener.server.ts'

/** Where a feed is subscribed to: the address to copy, and the one that opens a calendar by itself. */
export function calendarAddress(token: string | null) {
  if (token === null) return null
  const address = `${publicUrl()}/calendar/${token}.ics`
  return { address, webcal: address.replace(/^https?:/, 'webcal:') }
}

export const calendarHeaders = {
  'Content-Type': 'text/calendar; charset=utf-8',
  'Cache-Control': 'private, no-cache',
  'X-Robots-Tag': 'noindex',
}
