import { eq } from 'drizzle-orm'
import { leaves } from '#db/schema/crews.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { forbidden, refused } from '#app/platform/errors.ts'
import { changeSupply } from './change-supply.server.ts'
import { daysToCome, leaveSubject } from './decide-leave.server.ts'
import { findLeave, type LeaveRow, mayWithdraw, refuseMove } from './find-leave.server.ts'

/**
 * Takes leave back, asked or approved: whoever it is for or asked for it; whoever decides it approves or refuses, with
 * words. The crew is on duty again and its stranded visits are good. Done twice it is done once.
 */
export async function withdrawLeave(ctx: Ctx<StaffActor>, id: number): Promise<void> {
  const leave = await findLeave(ctx, id)
  if (!mayWithdraw(ctx.actor, leave)) throw forbidden()
  const days = daysToCome(ctx, leave)
  await inTransaction(ctx, (tx) =>
    changeSupply(tx, { crewIds: [leave.crewId], days, agreed: undefined }, async () =>
      withdraw(tx, await findLeave(tx, id, { lock: true })),
    ),
  )
}

async function withdraw(tx: Tx, leave: LeaveRow): Promise<void> {
  if (leave.status === 'withdrawn') return
  refuseMove(leave, 'withdrawn')
  if (leave.endsAt <= tx.now()) throw refused('leaveOver')
  await tx.db.update(leaves).set({ status: 'withdrawn' }).where(eq(leaves.id, leave.id))
  await recordAudit(tx, 'leave_withdrawn', leaveSubject(leave.id), {
    status: [leave.status, 'withdrawn'],
  })
}
