import { and, eq } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { recordEvent, registerTicket, type Ticket } from '#app/domain/tickets/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { poorQuestions, type Scores } from './rating-form.ts'

/**
 * FU-4: opens a complaint about a visit that was rated poorly, once a visit, whoever tells us; FU-5: or about a ticket
 * without one. The caller holds the lock of that ticket.
 * @returns the complaint's number; `null` when there is one already
 */
export async function openComplaint(
  tx: Tx,
  ticket: Ticket,
  visit: { id: number } | null,
  rating: Scores & { words: string },
): Promise<string | null> {
  if (visit && (await isComplainedOf(tx, visit))) return null
  const { actor } = tx
  const complaint = await registerTicket(tx, {
    kind: 'complaint',
    channel: actor.kind === 'staff' ? 'phone' : 'portal',
    category: ticket.category,
    product: ticket.product,
    description: descriptionOf(rating, ticket),
    name: ticket.name,
    phone: ticket.phone,
    email: ticket.email ?? '',
    address: ticket.address,
    orderNumber: ticket.orderNumber ?? '',
    preferredDays: '',
    locale: ticket.locale,
    storeId: ticket.storeId,
    aboutVisitId: visit?.id ?? null,
    takenBy: actor.kind === 'staff' ? actor.id : null,
  })
  await recordEvent(
    tx,
    ticket,
    'complaint_opened',
    { number: complaint.number },
    visit ?? undefined,
  )
  return complaint.number
}

async function isComplainedOf(tx: Tx, visit: { id: number }): Promise<boolean> {
  const [before] = await tx.db
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(eq(tickets.aboutVisitId, visit.id), eq(tickets.kind, 'complaint')))
  return before !== undefined
}

/** The customer's own words, and which answers were poor, in the customer's language. */
function descriptionOf(rating: Scores & { words: string }, { locale }: Ticket): string {
  const t = translate(locale)
  const poor = poorQuestions(rating).map(
    (question) => `${t(`words:question.${question}`)} ${rating[question]}/5`,
  )
  return [rating.words, poor.join(locale === 'en' ? ', ' : '，')].filter(Boolean).join('\n')
}
