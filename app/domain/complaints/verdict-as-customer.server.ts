import type { z } from 'zod'
import { findTicketById } from '#app/domain/tickets/index.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused, tooMany } from '#app/platform/errors.ts'
import { countAttempt } from '#app/platform/limits.server.ts'
import { readComplaintForCustomer } from './complaint-for-customer.server.ts'
import { giveVerdict } from './give-verdict.server.ts'
import type { VerdictForm } from './verdict-form.ts'

const perTicket = { name: 'complaint-verdict', attempts: 10, seconds: 3600 }

/**
 * CP-1: whoever complained says themselves whether they are content with the answer. The same said twice is one.
 * @throws DomainError conflict `verdictOver`; too_many
 */
export async function verdictAsCustomer(
  ctx: Ctx<CustomerActor>,
  said: z.output<typeof VerdictForm>,
): Promise<void> {
  const wait = await countAttempt(ctx, perTicket, String(ctx.actor.ticketId))
  if (wait > 0) throw tooMany('wroteTooOften', wait)
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicketById(tx, ctx.actor.ticketId, { lock: true })
    const complaint = await readComplaintForCustomer({ ...tx, actor: ctx.actor })
    if (complaint?.status === 'answered') return giveVerdict(tx, ticket, said)
    const { verdict } = complaint ?? {}
    if (verdict?.verdict !== said.verdict || verdict.words !== said.words) {
      throw refused('verdictOver')
    }
  })
}
