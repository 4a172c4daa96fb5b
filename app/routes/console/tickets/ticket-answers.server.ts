import { articleOfTicket, matchArticles } from '#app/domain/knowledge/index.server.ts'
import type { WholeTicket } from '#app/domain/tickets/read-ticket.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import { openTicketStatuses } from '#db/vocabulary/tickets.ts'
import { answerView } from './answer-view.server.ts'

const few = 3

export type AnswersView = Awaited<ReturnType<typeof answersOfTicket>>

/** KB-1: what the company knows of a ticket's matter, by product, by what is wrong and by words; and what it taught. */
export async function answersOfTicket(ctx: Ctx<StaffActor>, { ticket, events }: WholeTicket) {
  const isOpen = openTicketStatuses.some((status) => status === ticket.status)
  const solved = ticket.status === 'resolved' || ticket.status === 'closed'
  if (!may(ctx.actor, 'knowledge:read')) return null
  const [found, learned] = await Promise.all([
    isOpen
      ? matchArticles(
          ctx,
          {
            text: ticket.description,
            product: ticket.product,
            productId: ticket.productId,
            category: ticket.category === 'other' ? null : ticket.category,
          },
          { limit: few },
        )
      : [],
    solved ? articleOfTicket(ctx, ticket.id) : null,
  ])
  const used = events.flatMap(({ kind, data }) =>
    kind === 'answer_used' && typeof data.answer === 'string' ? [data.answer] : [],
  )
  return {
    found: found.map((answer) => answerView(ctx.locale, answer, used)),
    learned,
    may: {
      use: isOpen && may(ctx.actor, 'ticket:note'),
      write: solved && may(ctx.actor, 'knowledge:write'),
    },
  }
}
