import { matchArticles } from '#app/domain/knowledge/index.server.ts'
import { asked as read, type Mark, marksIn } from '#app/domain/search/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import { findOrders, type FoundOrder } from './find-orders.server.ts'
import { findCustomers, type FoundCustomer } from './find-people.server.ts'
import { findReturns, type FoundReturn } from './find-returns.server.ts'
import { findTickets, type FoundTickets, type Stretch } from './find-tickets.server.ts'

export interface FoundAnswer {
  slug: string
  title: string
  titleMarks: Mark[]
}

export interface Found {
  tickets: FoundTickets
  customers: FoundCustomer[]
  moreCustomers: boolean
  orders: FoundOrder[]
  moreOrders: boolean
  returns: FoundReturn[]
  answers: FoundAnswer[]
}

/** Everything that was typed may mean, of what this colleague may see, each kind by its own order. */
export async function findEverything(
  ctx: Ctx<StaffActor>,
  q: string,
  {
    stretch = { page: 1 },
    tickets,
    others,
  }: { stretch?: Stretch; tickets: number; others: number },
): Promise<Found> {
  const asked = read(q)
  // Beyond the first page only tickets go on.
  const begins = stretch.page === 1 && !stretch.before
  const beside = begins ? others : 0
  const [found, customers, orders, returns, answers] = await Promise.all([
    findTickets(ctx, asked, stretch, tickets),
    beside > 0 ? findCustomers(ctx, asked, beside) : [],
    beside > 0 ? findOrders(ctx, q, asked.words, beside) : [],
    beside > 0 ? findReturns(ctx, q) : [],
    beside > 0 && may(ctx.actor, 'knowledge:read')
      ? matchArticles(ctx, { text: q }, { limit: beside, box: true })
      : [],
  ])
  return {
    tickets: found,
    customers: customers.slice(0, beside),
    moreCustomers: customers.length > beside,
    orders: orders.slice(0, beside),
    moreOrders: orders.length > beside,
    returns,
    answers: answers.map(({ slug, titleZh, titleEn }) => {
      const title = ctx.locale === 'en' ? titleEn : titleZh
      return { slug, title, titleMarks: marksIn(title, asked.words) }
    }),
  }
}
