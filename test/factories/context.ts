import type { Actor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Db } from '#db/client.server.ts'
import type { Locale } from '#db/vocabulary/locales.ts'

/** A Tuesday, ten in the morning in Shanghai. */
export const tuesdayMorning = new Date('2026-03-10T02:00:00Z')

/** A context as a request would have it; the clock stands still at `now`. */
export function contextOf<A extends Actor = Actor>(
  db: Db,
  actor: A,
  { now = tuesdayMorning, locale = 'zh-CN' }: { now?: Date; locale?: Locale } = {},
): Ctx<A> {
  return { actor, locale, now: () => now, db }
}

export const anonymous: Actor = { kind: 'anonymous' }
