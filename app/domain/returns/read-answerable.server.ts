import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { staff, staffRoles } from '#db/schema/accounts.ts'
import { crews } from '#db/schema/crews.ts'
import {
  answerabilities,
  answerabilityApprovals,
  answerabilityShares,
  returnDecisions,
} from '#db/schema/returns.ts'
import { attachments } from '#db/schema/tickets.ts'
import type { Party } from '#db/vocabulary/returns.ts'
import { namesOf } from '#app/domain/tickets/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize, may } from '#app/platform/permissions.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { findCase } from './find-case.server.ts'

/** A share with the name of whoever is meant. */
export interface NamedShare {
  party: Party
  percent: number
  note: string
  crewId: number | null
  staffId: string | null
  who: string | null
  /** Its part of what the case costs, minor units; for whoever may know costs. */
  amount: number | null
}

export type Answerability = Awaited<ReturnType<typeof readAnswerable>>['entries'][number]

/** RX-5: cause and shares of a case as they were written, the latest first, and what they are of. */
export async function readAnswerable(ctx: Ctx, number: string) {
  authorize(ctx.actor, 'return:read')
  const { case: one } = await findCase(ctx, number)
  const seesCost = may(ctx.actor, 'return:cost')
  const [decision] =
    one.decisionId === null || !seesCost
      ? []
      : await ctx.db
          .select({ total: returnDecisions.total, currency: returnDecisions.currency })
          .from(returnDecisions)
          .where(eq(returnDecisions.id, one.decisionId))
  const rows = await ctx.db
    .select({
      entry: answerabilities,
      approved: answerabilityApprovals.approved,
      answer: answerabilityApprovals.reason,
      answeredBy: answerabilityApprovals.by,
      answeredAt: answerabilityApprovals.at,
    })
    .from(answerabilities)
    .leftJoin(
      answerabilityApprovals,
      eq(answerabilityApprovals.answerabilityId, answerabilities.id),
    )
    .where(eq(answerabilities.caseId, one.id))
    .orderBy(desc(answerabilities.seq))
  const shares = await sharesOf(
    ctx,
    rows.map(({ entry }) => entry.id),
    decision?.total ?? null,
  )
  const names = await namesOf(
    ctx,
    rows.flatMap(({ entry, answeredBy }) => [entry.by, answeredBy]),
  )
  const { returnReasons } = await currentSettings(ctx)
  return {
    number: one.number,
    version: one.version,
    status: one.status,
    /** RX-1: who usually bears it. */
    usual: returnReasons[one.reason].party,
    cost: decision ?? null,
    evidence: await evidenceOf(ctx, one.id),
    entries: rows.map(({ entry, answeredBy, answeredAt, ...answer }) => ({
      id: entry.id,
      standing:
        entry.id === one.answerabilityId
          ? ('in_force' as const)
          : entry.id === one.answerabilityPendingId
            ? ('waits' as const)
            : answer.approved === false
              ? ('refused' as const)
              : ('past' as const),
      cause: entry.cause,
      evidence: entry.evidence,
      why: entry.why,
      at: entry.at.toISOString(),
      by: names.get(entry.by) ?? '',
      own: ctx.actor.kind === 'staff' && entry.by === ctx.actor.id,
      answer: answer.answer,
      answeredBy: answeredBy && (names.get(answeredBy) ?? ''),
      answeredAt: answeredAt?.toISOString() ?? null,
      shares: shares.get(entry.id) ?? [],
    })),
  }
}

/** The shares of these entries, the greatest first, as parts of a sum that add up to it. */
export async function sharesOf(
  ctx: Ctx,
  ids: readonly number[],
  total: number | null = null,
): Promise<Map<number, NamedShare[]>> {
  const found = new Map<number, NamedShare[]>()
  if (ids.length === 0) return found
  const rows = await ctx.db
    .select({
      answerabilityId: answerabilityShares.answerabilityId,
      party: answerabilityShares.party,
      percent: answerabilityShares.percent,
      note: answerabilityShares.note,
      crewId: answerabilityShares.crewId,
      staffId: answerabilityShares.staffId,
      crewZh: crews.nameZh,
      crewEn: crews.nameEn,
      person: staff.name,
    })
    .from(answerabilityShares)
    .leftJoin(crews, eq(crews.id, answerabilityShares.crewId))
    .leftJoin(staff, eq(staff.id, answerabilityShares.staffId))
    .where(inArray(answerabilityShares.answerabilityId, [...ids]))
    .orderBy(desc(answerabilityShares.percent), asc(answerabilityShares.id))
  for (const { answerabilityId, crewZh, crewEn, person, ...share } of rows) {
    const who = person ?? (ctx.locale === 'en' ? crewEn : crewZh)
    const list = found.get(answerabilityId) ?? []
    found.set(answerabilityId, [...list, { ...share, who, amount: null }])
  }
  if (total !== null) {
    for (const [id, list] of found) {
      const amounts = inParts(
        total,
        list.map(({ percent }) => percent),
      )
      found.set(
        id,
        list.map((share, i) => ({ ...share, amount: amounts[i]! })),
      )
    }
  }
  return found
}

/** A sum in parts by percent that add up to it, to the last fen. */
export function inParts(total: number, percents: readonly number[]): number[] {
  let before = 0
  let given = 0
  return percents.map((percent) => {
    before += percent
    const until = Math.round((total * before) / 100)
    const part = until - given
    given = until
    return part
  })
}

const evidenceOf = (ctx: Ctx, caseId: number) =>
  ctx.db
    .select({ id: attachments.id, contentType: attachments.contentType })
    .from(attachments)
    .where(and(eq(attachments.caseId, caseId), eq(attachments.stage, 'evidence')))
    .orderBy(asc(attachments.createdAt), asc(attachments.id))

/** Who may be named beside a party: crews that work, colleagues of the desk and of the stores. */
export async function answerableNames(ctx: Ctx) {
  authorize(ctx.actor, 'return:answerable')
  const [working, colleagues] = await Promise.all([
    ctx.db
      .select({ id: crews.id, zh: crews.nameZh, en: crews.nameEn })
      .from(crews)
      .where(eq(crews.active, true))
      .orderBy(asc(crews.id)),
    ctx.db
      .select({ id: staff.id, name: staff.name, role: staffRoles.role })
      .from(staff)
      .innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
      .where(
        and(
          isNull(staff.disabledAt),
          inArray(staffRoles.role, ['desk', 'store_guide', 'store_manager']),
        ),
      )
      .orderBy(asc(staff.name), asc(staff.id)),
  ])
  const once = (roles: readonly string[]) => [
    ...new Map(
      colleagues
        .filter(({ role }) => roles.includes(role))
        .map(({ id, name }) => [id, { id, name }]),
    ).values(),
  ]
  return {
    crews: working.map(({ id, zh, en }) => ({ id, name: ctx.locale === 'en' ? en : zh })),
    desk: once(['desk']),
    store: once(['store_guide', 'store_manager']),
  }
}
