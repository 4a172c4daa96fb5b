import { eq } from 'drizzle-orm'
import { complaints } from '#db/schema/complaints.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'

export type ComplaintForCustomer = NonNullable<Awaited<ReturnType<typeof readComplaintForCustomer>>>

/**
 * CP-1: what became of a complaint as whoever complained sees it: the answer and their own verdict; never whom it is
 * about, what was found out, or why a colleague closed it.
 */
export async function readComplaintForCustomer(ctx: Ctx<CustomerActor>) {
  const [found] = await ctx.db
    .select({
      status: complaints.status,
      resolution: complaints.resolution,
      answeredAt: complaints.answeredAt,
      verdict: complaints.verdict,
      verdictWords: complaints.verdictWords,
      verdictAt: complaints.verdictAt,
      closedAt: complaints.closedAt,
    })
    .from(complaints)
    .where(eq(complaints.ticketId, ctx.actor.ticketId))
  if (!found) return null
  const { status, resolution, answeredAt, verdict, verdictWords, verdictAt, closedAt } = found
  const answered = status === 'answered' || status === 'closed'
  return {
    status,
    answer:
      answered && resolution !== null && answeredAt
        ? { words: resolution, at: answeredAt.toISOString() }
        : null,
    verdict:
      verdict && verdictAt ? { verdict, words: verdictWords, at: verdictAt.toISOString() } : null,
    closedAt: closedAt?.toISOString() ?? null,
  }
}
