import { and, eq } from 'drizzle-orm'
import { followUps } from '#db/schema/follow-ups.ts'
import type { WishPart, WishWay } from '#db/vocabulary/work.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { hoursWithin, serviceHours, type ServiceHours } from '#app/platform/service-hours.server.ts'
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

/** Holidays can follow one another, and a part of the day may have no service at all. */
const longestSearch = 15

/** VS-9: when and how the customer would like the follow-up; a call that is still to be made moves there. */
export async function keepWish(tx: Tx, visitId: number, wish: Wish): Promise<void> {
  const [call] = await tx.db
    .select()
    .from(followUps)
    .where(and(eq(followUps.visitId, visitId), eq(followUps.kind, 'visit')))
    .for('update')
  if (call?.status !== 'due') return
  const time = timeWished(tx.now(), wish, call, await serviceHours(tx))
  await tx.db
    .update(followUps)
    .set({ wishPart: wish.wishPart, wishWay: wish.wishWay, ...time })
    .where(eq(followUps.id, call.id))
}

/** The next such part of a day in service hours. FU-1: it is never due later for it, unless that part only comes later. */
function timeWished(
  now: Date,
  { wishPart, wishWay }: Wish,
  { createdAt, dueAt }: { createdAt: Date; dueAt: Date },
  service: ServiceHours,
): CallTime {
  if (wishWay === 'online') {
    const notBefore = addHours(createdAt, hoursForOnline)
    return { notBefore: notBefore < dueAt ? notBefore : now, dueAt }
  }
  if (wishPart === 'any') return { notBefore: now, dueAt }
  const part = partHours[wishPart]
  for (let day = dayOf(now), n = 0; n < longestSearch; day = addDays(day, 1), n++) {
    for (const { from, to } of hoursWithin(service, day, part)) {
      const [start, end] = [instantAt(day, from), instantAt(day, to)]
      if (end <= now) continue
      return {
        notBefore: start > now ? start : now,
        dueAt: start < dueAt && dueAt < end ? dueAt : end,
      }
    }
  }
  return { notBefore: now, dueAt }
}
