import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { visits } from '#db/schema/visits.ts'
import { formatter } from '#app/i18n/format.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { optionalText } from '#app/platform/fields.ts'
import { companyZone } from '#app/platform/time.server.ts'
import { delaysThatHold } from './delays-that-hold.server.ts'
import { findTicketById } from './find-ticket.server.ts'
import { nobodyCameKey } from './nobody-came-key.ts'
import { recordEvent } from './record-event.server.ts'
import { keepSaid, saidWith } from './said-by-customer.server.ts'
import { known } from './tracked-visits.server.ts'

export const NobodyCameForm = z.object({ words: optionalText(1000) })

type Visit = typeof visits.$inferSelect

/**
 * DS-4: the customer says that nobody came: a message to the desk in the conversation, once a visit. Whether the crew
 * missed it is for a colleague to say.
 * @throws DomainError not_found, conflict `crewCameAfterAll`, `visitNotOver`, `visitCancelled`
 */
export async function tellNobodyCame(
  ctx: Ctx<CustomerActor>,
  visitId: number,
  { words }: z.output<typeof NobodyCameForm>,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicketById(tx, ctx.actor.ticketId, { lock: true })
    const [visit] = await tx.db
      .select()
      .from(visits)
      .where(and(eq(visits.id, visitId), eq(visits.ticketId, ticket.id), known))
    if (!visit) throw notFound()
    const submissionKey = nobodyCameKey(visit.id, visit.windowStart)
    if ((await saidWith(tx, submissionKey)) !== null) return
    if (visit.status === 'cancelled') throw refused('visitCancelled')
    if (visit.arrivedAt) throw refused('crewCameAfterAll')
    if ((await awaitedUntil(tx, visit)) >= tx.now()) throw refused('visitNotOver')
    const body = [fixedWords(tx, visit), words].filter(Boolean).join('\n')
    const messageId = await keepSaid(tx, ticket, { body, submissionKey })
    await recordEvent(tx, ticket, 'message_from_customer', { messageId }, visit)
  })
}

/** Until when the customer waits: the end of the window, or the later time they were told. */
async function awaitedUntil(tx: Tx, visit: Visit): Promise<Date> {
  const delay = (await delaysThatHold(tx, [visit.id])).at(-1)
  return delay && delay.expectedAt > visit.windowEnd ? delay.expectedAt : visit.windowEnd
}

function fixedWords(tx: Tx, { windowStart, windowEnd, skill }: Visit): string {
  const t = translate(tx.locale)
  const format = formatter(tx.locale, companyZone(), tx.now())
  return t('track:nobody.message', {
    service: t(`book:service.${skill}`),
    day: format.day(windowStart),
    span: format.span(windowStart, windowEnd),
  })
}
