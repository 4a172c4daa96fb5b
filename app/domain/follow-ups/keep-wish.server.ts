import { eq } from 'drizzle-orm'
import { followUps } from '#db/schema/follow-ups.ts'
import type { WishPart, WishWay } from '#db/vocabulary/work.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { currentSettings, type Settings } from '#app/platform/settings.server.ts'
import { addDays, addHours, dayOf, instantAt } from '#app/platform/time.server.ts'
import type { CallTime } from './next-call.server.ts'

export interface Wish {
  wishPart: WishPart
  wishWay: WishWay
}

const partHours = {
  morning: { from: '00:00', to: '12:00' },
  afternoon: { from: '12:00', to: '18:00' },
  evening: { from: '18:00', to: '24:00' },
} as const satisfies Record<Exclude<WishPart, 'any'>, { from: string; to: string }>

/** Whoever would rather rate online is left the time to, before the call. */
const hoursForOnline = 20

/** VS-9: when and how the customer would like the follow-up; a call that is still to be made moves there. */
export async function keepWish(tx: Tx, visitId: number, wish: Wish): Promise<void> {
  const [call] = await tx.db
    .select()
    .from(followUps)
    .where(eq(followUps.visitId, visitId))
    .for('update')
  if (call?.status !== 'due') return
  const time = timeWished(tx.now(), wish, call, await currentSettings(tx))
  await tx.db
    .update(followUps)
    .set({ wishPart: wish.wishPart, wishWay: wish.wishWay, ...time })
    .where(eq(followUps.id, call.id))
}

/** The next such part of a day in phone hours. FU-1: it is never due later for it, unless that part only comes later. */
function timeWished(
  now: Date,
  { wishPart, wishWay }: Wish,
  { createdAt, dueAt }: { createdAt: Date; dueAt: Date },
  { phoneHours }: Pick<Settings, 'phoneHours'>,
): CallTime {
  if (wishWay === 'online') {
    const notBefore = addHours(createdAt, hoursForOnline)
    return { notBefore: notBefore < dueAt ? notBefore : now, dueAt }
  }
  if (wishPart === 'any') return { notBefore: now, dueAt }
  const part = partHours[wishPart]
  const from = part.from > phoneHours.from ? part.from : phoneHours.from
  const to = part.to < phoneHours.to ? part.to : phoneHours.to
  if (from >= to) return { notBefore: now, dueAt }
  const today = dayOf(now)
  const day = instantAt(today, to) > now ? today : addDays(today, 1)
  const [start, end] = [instantAt(day, from), instantAt(day, to)]
  return {
    notBefore: start > now ? start : now,
    dueAt: start < dueAt && dueAt < end ? dueAt : end,
  }
}
