import { dropOtherDays } from '#app/crew-worker/day-caches.ts'
import { dayLock } from '#app/crew-worker/kept-page.ts'

/** Takes every kept page and picture from this phone; what waits to be sent is kept elsewhere, and stays. */
export async function forgetDays(): Promise<void> {
  if (!('caches' in globalThis) || !('locks' in navigator)) return
  await navigator.locks.request(dayLock, () => dropOtherDays(null))
}
