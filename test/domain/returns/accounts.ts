import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import {
  answerabilities,
  answerabilityShares,
  returnCases,
  returnDecisions,
} from '#db/schema/returns.ts'
import type { Party } from '#db/vocabulary/returns.ts'
import { AnswerableForm } from '#app/domain/returns/answerable-form.ts'
import { tuesdayMorning } from '#test/factories/context.ts'
import { aPlan } from '#test/factories/plans.ts'
import { only, serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'

interface Facts {
  ticket?: Parameters<typeof aTicket>[1]
  case?: Partial<typeof returnCases.$inferInsert>
  /** Minor units; without one nothing is decided. */
  total?: number
  decision?: Partial<typeof returnDecisions.$inferInsert>
  shares?: Partial<Record<Party, number>>
}

/** A case in whatever state, by its rows alone. */
export async function aCase(db: Db, facts: Facts = {}) {
  const ticket = await aTicket(db, { kind: 'exchange', ...facts.ticket })
  const asked = only(
    await db
      .insert(returnCases)
      .values({
        ticketId: ticket.id,
        product: '听雨餐桌',
        reason: 'defect',
        wish: 'exchange',
        words: '桌面裂了',
        askedAt: tuesdayMorning,
        dueAt: new Date(tuesdayMorning.getTime() + 86_400_000),
      })
      .returning(),
  )
  const clerk = await aColleague(db, 'desk')
  const decisionId =
    facts.total === undefined
      ? null
      : only(
          await db
            .insert(returnDecisions)
            .values({
              caseId: asked.id,
              seq: 1,
              remedy: 'exchange',
              why: '补不住',
              told: '给您换一张新的。',
              terms: [],
              costs: {
                goods: facts.total,
                residual: 0,
                freight: 0,
                labour: 0,
                refund: 0,
                charged: 0,
              },
              total: facts.total,
              currency: 'CNY',
              plan: aPlan(),
              needs: 'desk',
              at: tuesdayMorning,
              by: clerk.id,
              ...facts.decision,
            })
            .returning(),
        ).id
  const answerabilityId = facts.shares ? await sharesIn(db, asked.id, facts.shares, clerk.id) : null
  const one = only(
    await db
      .update(returnCases)
      .set({ decisionId, answerabilityId, ...facts.case })
      .where(eq(returnCases.id, asked.id))
      .returning(),
  )
  return { case: one, ticket, clerk }
}

export const sharesIn = (
  db: Db,
  caseId: number,
  shares: Partial<Record<Party, number>>,
  by: string,
) =>
  db.transaction(async (tx) => {
    const row = only(
      await tx
        .insert(answerabilities)
        .values({ caseId, seq: 1, cause: '含水率超标', evidence: '照片', at: tuesdayMorning, by })
        .returning(),
    )
    await tx.insert(answerabilityShares).values(
      Object.entries(shares).map(([party, percent]) => ({
        answerabilityId: row.id,
        party: party as Party,
        percent,
      })),
    )
    return row.id
  })

/** A form as the page sends it. */
export const shared = (
  percents: Partial<Record<Party, string>>,
  facts: Record<string, string> = {},
) =>
  AnswerableForm.parse({
    cause: '板材含水率超标',
    evidence: '含水率读数 14%，照片',
    version: '1',
    submissionKey: `answerable-${String(serial()).padStart(20, '0')}`,
    ...Object.fromEntries(
      Object.entries(percents).map(([party, typed]) => [`${party}Percent`, typed]),
    ),
    ...facts,
  })
