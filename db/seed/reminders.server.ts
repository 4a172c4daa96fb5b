import { addDays, dayOf, instantAt } from '#app/platform/time.server.ts'
import { happen } from './draft.ts'
import type { Telling } from './telling.ts'
import { moment } from './visits.server.ts'

const agreeing = ['visit_booked', 'visit_confirmed', 'visit_moved']

/** BK-4: whoever agreed a window before the hour of reminding was reminded of it the day before. */
export function remindAll({ tickets, now, settings }: Telling): void {
  for (const visit of tickets.flatMap((ticket) => ticket.visits)) {
    const { row, ticket } = visit
    const at = instantAt(addDays(dayOf(row.windowStart), -1), settings.remindAt)
    const agreed = ticket.events.findLast(
      (event) => event.visit === visit && agreeing.includes(event.kind),
    )
    if (at > now || !agreed || agreed.at > at || row.status === 'cancelled') continue
    row.remindedFor = row.windowStart
    happen(ticket, 'reminded', at, 'job', {
      visit,
      data: { start: moment(row.windowStart), end: moment(row.windowEnd) },
    })
  }
}
