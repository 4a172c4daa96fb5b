import { eq } from 'drizzle-orm'
import { leaves } from '#db/schema/crews.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { daysOf } from '#app/domain/windows/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { forbidden, refused } from '#app/platform/errors.ts'
import { may } from '#app/platform/permissions.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { changeSupply } from './change-supply.server.ts'
import { findLeave, type LeaveRow, refuseMove } from './find-leave.server.ts'
import { askedLate, hoursAhead } from './leave-ahead.ts'

/**
 * DS-3: approves leave. The crew is off while too few of its members are left, the windows count that at once, and
 * the visits it strands are marked and stay where they are.
 * @param agreed the stamp of the stranded visits that were shown
 * @throws WouldStrand when it strands others than those
 */
export async function approveLeave(
  ctx: Ctx<StaffActor>,
  id: number,
  { words, agreed }: { words: string; agreed: string | undefined },
): Promise<void> {
  const asked = await findLeave(ctx, id)
  await inTransaction(ctx, (tx) =>
    changeSupply(tx, { crewIds: [asked.crewId], days: daysToCome(tx, asked), agreed }, async () => {
      const leave = await findLeave(tx, id, { lock: true })
      await refuseUndecidable(tx, leave)
      refuseMove(leave, 'approved')
      if (leave.endsAt <= tx.now()) throw refused('leaveOver')
      await decide(tx, leave, 'approved', words)
    }),
  )
}

/** Refuses leave; whoever asked reads why. */
export async function refuseLeave(ctx: Ctx<StaffActor>, id: number, words: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const leave = await findLeave(tx, id, { lock: true })
    await refuseUndecidable(tx, leave)
    refuseMove(leave, 'refused')
    await decide(tx, leave, 'refused', words)
  })
}

/** The days of a leave that are not over. */
export const daysToCome = (ctx: Ctx, { startsAt, endsAt }: LeaveRow): string[] => {
  const today = dayOf(ctx.now())
  return daysOf({ start: startsAt, end: endsAt }).filter((day) => day >= today)
}

/** Leave asked late is a manager's to decide. @throws DomainError forbidden, or conflict when it is late */
async function refuseUndecidable(tx: Tx, leave: LeaveRow): Promise<void> {
  if (may(tx.actor, 'leave:decide-late')) return
  if (!may(tx.actor, 'leave:decide')) throw forbidden()
  const { leaveHours } = await currentSettings(tx)
  if (!askedLate(leave, leaveHours)) return
  throw refused('leaveLate', { hours: hoursAhead(leave), needed: leaveHours })
}

async function decide(tx: Tx, leave: LeaveRow, status: 'approved' | 'refused', words: string) {
  const by = tx.actor.kind === 'staff' ? tx.actor.id : null
  await tx.db
    .update(leaves)
    .set({ status, decidedBy: by, decidedAt: tx.now(), decision: words })
    .where(eq(leaves.id, leave.id))
  await recordAudit(tx, `leave_${status}`, leaveSubject(leave.id), {
    status: [leave.status, status],
    hoursAhead: hoursAhead(leave),
  })
}

export const leaveSubject = (id: number) => `leave:${id}`
