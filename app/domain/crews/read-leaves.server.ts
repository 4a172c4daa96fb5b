import { and, asc, desc, eq, getTableColumns, gt } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { staff } from '#db/schema/accounts.ts'
import { crews, leaves } from '#db/schema/crews.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { authorize, may } from '#app/platform/permissions.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { mayWithdraw, ownLeave, visibleLeave } from './find-leave.server.ts'
import { askedLate, hoursAhead } from './leave-ahead.ts'
import { strandsOfLeave } from './leave-strands.server.ts'
import type { StrandedVisit } from './stranded-visits.server.ts'

const member = alias(staff, 'member')
const asker = alias(staff, 'asker')
const decider = alias(staff, 'decider')

const named = (ctx: Ctx) =>
  ctx.db
    .select({
      ...getTableColumns(leaves),
      crewZh: crews.nameZh,
      crewEn: crews.nameEn,
      member: member.name,
      asker: asker.name,
      decider: decider.name,
    })
    .from(leaves)
    .innerJoin(crews, eq(crews.id, leaves.crewId))
    .leftJoin(member, eq(member.id, leaves.staffId))
    .leftJoin(asker, eq(asker.id, leaves.askedBy))
    .leftJoin(decider, eq(decider.id, leaves.decidedBy))

type Named = Awaited<ReturnType<typeof named>>[number]

export interface LeaveAsked extends Named {
  hoursAhead: number
  /** Asked later than the rule: a manager's to decide (DS-3). */
  late: boolean
}

const said = (row: Named, leaveHours: number): LeaveAsked => ({
  ...row,
  hoursAhead: hoursAhead(row),
  late: askedLate(row, leaveHours),
})

/** A member's own leave, the latest first. */
export async function ownLeaves(ctx: Ctx<StaffActor>): Promise<LeaveAsked[]> {
  const { leaveHours } = await currentSettings(ctx)
  const rows = await named(ctx).where(ownLeave(ctx.actor)).orderBy(desc(leaves.id)).limit(30)
  return rows.map((row) => said(row, leaveHours))
}

/** What waits for a decision, the soonest first, and which visits each would strand. */
export async function leavesToDecide(
  ctx: Ctx,
): Promise<{ leave: LeaveAsked; strands: StrandedVisit[] }[]> {
  authorize(ctx.actor, 'roster:read')
  const { leaveHours } = await currentSettings(ctx)
  const rows = await named(ctx)
    .where(and(eq(leaves.status, 'asked'), gt(leaves.endsAt, ctx.now())))
    .orderBy(asc(leaves.startsAt), asc(leaves.id))
    .limit(50)
  return Promise.all(
    rows.map(async (row) => ({
      leave: said(row, leaveHours),
      strands: await strandsOfLeave(ctx, row),
    })),
  )
}

/** One leave as it is decided: how late it was asked, which visits it strands, and what this actor may do. */
export async function readLeave(ctx: Ctx<StaffActor>, id: number) {
  const [row] = await named(ctx).where(and(eq(leaves.id, id), visibleLeave(ctx.actor)))
  if (!row) throw notFound()
  const { leaveHours } = await currentSettings(ctx)
  const leave = said(row, leaveHours)
  const open = row.endsAt > ctx.now()
  const decides = may(ctx.actor, leave.late ? 'leave:decide-late' : 'leave:decide')
  return {
    leave,
    leaveHours,
    strands: await strandsOfLeave(ctx, row),
    may: {
      decide: open && row.status === 'asked' && (decides || may(ctx.actor, 'leave:decide-late')),
      withdraw:
        open &&
        (row.status === 'asked' || row.status === 'approved') &&
        mayWithdraw(ctx.actor, row),
    },
  }
}

/** Whom leave may be asked for: every member and every whole crew. */
export async function whoMayBeAway(ctx: Ctx) {
  authorize(ctx.actor, 'roster:manage')
  const [everyCrew, members] = await Promise.all([
    ctx.db
      .select({ id: crews.id, nameZh: crews.nameZh, nameEn: crews.nameEn })
      .from(crews)
      .where(eq(crews.active, true))
      .orderBy(asc(crews.id)),
    ctx.db
      .select({
        id: staff.id,
        name: staff.name,
        crewId: staff.crewId,
        disabledAt: staff.disabledAt,
      })
      .from(staff)
      .innerJoin(crews, eq(crews.id, staff.crewId))
      .orderBy(asc(staff.name)),
  ])
  return everyCrew.map((crew) => ({
    ...crew,
    members: members
      .filter(({ crewId, disabledAt }) => crewId === crew.id && !disabledAt)
      .map(({ id, name }) => ({ id, name })),
  }))
}
