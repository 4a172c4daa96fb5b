import type { Customer, Whereabouts } from './customers.server.ts'
import type { Crew } from './crews.server.ts'
import type { TicketDraft } from './draft.ts'
import type { Generator } from './generator.ts'
import type { Team } from './people.server.ts'
import type { Roster } from './roster.server.ts'
import type { TimeOff } from './time-off.server.ts'
import type { Locale } from '#db/vocabulary/locales.ts'
import type { Settings } from '#app/platform/settings.server.ts'
import type { ChecklistItem } from './crews.server.ts'

/** What those who tell the tickets' stories share. */
export interface Telling {
  now: Date
  /** The civil date of `now`. */
  today: string
  random: Generator
  settings: Settings
  team: Team
  crews: readonly Crew[]
  roster: Roster
  timeOff: TimeOff
  checklist: readonly ChecklistItem[]
  nextCustomer: (locale: Locale, where: Whereabouts) => Customer
  /** Every ticket told so far. */
  tickets: TicketDraft[]
}

/** Nothing has happened after now. */
export const notAfterNow = ({ now }: Telling, instant: Date) => (instant > now ? now : instant)
