import { waitingForMe } from '#app/domain/desk/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** What colleagues and customers ask of whoever is signed in by name, as Today shows it. */
export async function forMeOfToday(ctx: Ctx<StaffActor>, limit: number) {
  const { mentions, offered, asked } = await waitingForMe(ctx, limit)
  return {
    mentions: mentions.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
    offered: offered.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
    asked: asked.map(({ at, who, words, ...row }) => ({
      ...row,
      who: who === 'crew' ? ('crew' as const) : ('desk' as const),
      words: words ?? '',
      at: at.toISOString(),
    })),
  }
}
