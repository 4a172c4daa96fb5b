import { answersIn, articleOfTicket } from '#app/domain/knowledge/index.server.ts'
import type { WholeTicket } from '#app/domain/tickets/read-ticket.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import { openTicketStatuses } from '#db/vocabulary/tickets.ts'
import { knownAnswers } from './known-answers.server.ts'

export type AnswersView = Awaited<ReturnType<typeof answersOfTicket>>

/** KB-1: what the company knows of a ticket's matter, by product, by what is wrong and by words; and what it taught. */
export async function answersOfTicket(ctx: Ctx<StaffActor>, { ticket, events }: WholeTicket) {
  const isOpen = openTicketStatuses.some((status) => status === ticket.status)
  const solved = ticket.status === 'resolved' || ticket.status === 'closed'
  if (!may(ctx.actor, 'knowledge:read')) return null
  const [found, learned] = await Promise.all([
    isOpen
      ? knownAnswers(
          ctx,
          {
            text: ticket.description,
            product: ticket.product,
            productId: ticket.productId,
            category: ticket.category,
          },
          answersIn(events),
        )
      : [],
    solved ? articleOfTicket(ctx, ticket.id) : null,
  ])
  return {
    found,
    learned,
    may: {
      use: isOpen && may(ctx.actor, 'ticket:note'),
      write: solved && may(ctx.actor, 'knowledge:write'),
    },
  }
}
