import { findWindow, lockDays, type Window, windowGone } from '#app/domain/windows/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { bookHeldConsequence } from './book-consequence.server.ts'
import type { Found } from './find-case.server.ts'
import { openConsequences } from './take-back.server.ts'

/** Windows that were agreed with the customer while the case was decided. */
export interface WindowsAgreed {
  /** Of the visit that brings or mends. */
  visit: Window | null
  /** Of the visit that fetches the original. */
  collection: Window | null
}

/** Holds the days of the windows agreed, before the case's ticket is locked. @throws DomainError `windowGone` */
export async function holdWindowsAgreed(
  tx: Tx,
  { window, collectWindow }: { window: number | null; collectWindow: number | null },
): Promise<WindowsAgreed> {
  const visit = await windowOf(tx, window)
  const collection = await windowOf(tx, collectWindow)
  const days = [visit, collection].flatMap((one) => (one ? [one.day] : []))
  if (days.length > 0) await lockDays(tx, days)
  return { visit, collection }
}

/** RX-4: books what was agreed, in the decision's own transaction: the collection first, the delivery linked to it. */
export async function bookWithDecision(
  tx: Tx,
  found: Found,
  windows: WindowsAgreed,
  bookedBy: string,
): Promise<void> {
  for (const consequence of await openConsequences(tx, found.case.id)) {
    const { kind, skill } = consequence
    if (skill === null) continue
    const window = kind === 'collection' ? windows.collection : windows.visit
    if (window) await bookHeldConsequence(tx, found, { consequence, window, bookedBy })
  }
}

async function windowOf(tx: Tx, id: number | null): Promise<Window | null> {
  if (id === null) return null
  const window = await findWindow(tx, id)
  if (!window) throw windowGone()
  return window
}
