import { and, eq, gt, inArray, isNull, lt } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { leaves } from '#db/schema/crews.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { forbidden, invalid, notFound, refused } from '#app/platform/errors.ts'
import { authorize, may } from '#app/platform/permissions.ts'
import { instantAt } from '#app/platform/time.server.ts'
import type { AskLeaveForForm, AskLeaveForm } from './leave-form.ts'
import { lockCrews } from './read-crews.server.ts'
import type { Span } from './span.ts'

/** DS-3: a member asks for leave on their own phone. Sent twice it is asked once. @returns its key */
export async function askLeave(ctx: Ctx<StaffActor>, form: AskLeaveForm): Promise<number> {
  authorize(ctx.actor, 'leave:ask')
  const { id: staffId, crewId } = ctx.actor
  if (crewId === null) throw refused('leaveNoCrew')
  return inTransaction(ctx, (tx) => ask(tx, form, { crewId, staffId }, ctx.actor.id))
}

/** The same for somebody else, or for a whole crew: the dispatcher took the call. */
export async function askLeaveFor(ctx: Ctx<StaffActor>, form: AskLeaveForForm): Promise<number> {
  authorize(ctx.actor, 'leave:ask')
  if (!may(ctx.actor, 'roster:manage')) throw forbidden()
  return inTransaction(ctx, async (tx) => ask(tx, form, await away(tx, form.who), ctx.actor.id))
}

/** @throws DomainError conflict when it is over, or was asked already */
async function ask(
  tx: Tx,
  form: AskLeaveForm,
  { crewId, staffId }: { crewId: number; staffId: string | null },
  askedBy: string,
): Promise<number> {
  const { start, end } = spanOfLeave(form)
  if (!(await lockCrews(tx, [crewId], { start, end })).has(crewId)) throw notFound()
  const [sent] = await tx.db
    .select({ id: leaves.id })
    .from(leaves)
    .where(and(eq(leaves.submissionKey, form.submissionKey), eq(leaves.askedBy, askedBy)))
  if (sent) return sent.id
  if (end <= tx.now()) throw refused('leaveOver')
  const [other] = await tx.db
    .select({ id: leaves.id })
    .from(leaves)
    .where(
      and(
        eq(leaves.crewId, crewId),
        staffId === null ? isNull(leaves.staffId) : eq(leaves.staffId, staffId),
        inArray(leaves.status, ['asked', 'approved']),
        lt(leaves.startsAt, end),
        gt(leaves.endsAt, start),
      ),
    )
  if (other) throw refused('leaveTwice')
  const [leave] = await tx.db
    .insert(leaves)
    .values({
      crewId,
      staffId,
      startsAt: start,
      endsAt: end,
      reason: form.reason,
      askedBy,
      askedAt: tx.now(),
      submissionKey: form.submissionKey,
    })
    .returning({ id: leaves.id })
  return leave!.id
}

/** @throws DomainError invalid when a clock change leaves nothing of it */
function spanOfLeave({ kind, day, lastDay, from, to }: AskLeaveForm): Span {
  const whole = kind === 'days'
  const start = instantAt(day, whole ? '00:00' : from)
  const end = whole ? instantAt(lastDay || day, '24:00') : instantAt(day, to)
  if (start >= end) throw invalid('leaveEmpty')
  return { start, end }
}

async function away(tx: Tx, who: AskLeaveForForm['who']) {
  if ('crewId' in who) return { crewId: who.crewId, staffId: null }
  const [member] = await tx.db
    .select({ crewId: staff.crewId })
    .from(staff)
    .where(and(eq(staff.id, who.staffId), isNull(staff.disabledAt)))
  if (!member || member.crewId === null) throw refused('leaveNoCrew')
  return { crewId: member.crewId, staffId: who.staffId }
}
