import type { EmailTemplate } from '#db/vocabulary/messages.ts'
import type { Actor } from '#app/platform/actor.ts'
import type { Settings } from '#app/platform/settings.server.ts'
import { addDays, dayOf, instantAt, spanOfDay, timeOf } from '#app/platform/time.server.ts'

/**
 * What can wait for the morning; `unless_soon` can't when the visit it speaks of is on the day the quiet hours end, or
 * before. Everything else goes out at once: it is about the next hours, or confirms what its reader has just done.
 */
const waits: Partial<Record<EmailTemplate, 'always' | 'unless_soon'>> = {
  'message-to-customer': 'always',
  'ticket-resolved': 'always',
  'visit-finished': 'always',
  'order-ready': 'always',
  'order-not-ready': 'always',
  'visit-parts-short': 'unless_soon',
  'visit-booked': 'unless_soon',
  'visit-confirmed': 'unless_soon',
  'visit-moved': 'unless_soon',
  'visit-cancelled': 'unless_soon',
}

/** When the quiet hours that hold now are over; null outside them. */
export function endOfQuiet(now: Date, hours: Settings['quietHours']): Date | null {
  if (!hours || hours.from === hours.to) return null
  const time = timeOf(now)
  const today = dayOf(now)
  const overMidnight = hours.from > hours.to
  if (overMidnight && time >= hours.from) return instantAt(addDays(today, 1), hours.to)
  const quiet = time < hours.to && (overMidnight || time >= hours.from)
  return quiet ? instantAt(today, hours.to) : null
}

/** Until when a message to a customer is kept; null sends it at once. */
export function heldUntil(
  message: { template: EmailTemplate; facts: object },
  { actor, now, quietHours }: { actor: Actor; now: Date; quietHours: Settings['quietHours'] },
): Date | null {
  const waiting = waits[message.template]
  if (!waiting || actor.kind === 'customer' || actor.kind === 'anonymous') return null
  const end = endOfQuiet(now, quietHours)
  if (end === null || waiting === 'always') return end
  const { start, oldStart } = message.facts as { start?: string; oldStart?: string }
  const nextDay = spanOfDay(dayOf(end)).end
  const soon = [start, oldStart].some((at) => at !== undefined && new Date(at) < nextDay)
  return soon ? null : end
}
