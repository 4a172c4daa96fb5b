import type { z } from 'zod'
import { openTicketStatuses } from '#db/vocabulary/tickets.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused, tooMany } from '#app/platform/errors.ts'
import { countAttempt } from '#app/platform/limits.server.ts'
import type { AnotherPersonForm, SamePersonForm } from './another-person-form.ts'
import { findTicketById } from './find-ticket.server.ts'
import { askedStanding, whoHadIt } from './other-person.server.ts'
import { recordEvent } from './record-event.server.ts'
import { saidWith, sayAsCustomer } from './said-by-customer.server.ts'

const perTicket = { name: 'another-person', attempts: 10, seconds: 3600 }

/**
 * IN-9: the customer asks that somebody else comes or handles it: said in the conversation, and before the manager.
 * The same form sent twice is one.
 * @throws DomainError conflict `ticketNotInState`, `askedForAnother`; too_many
 */
export async function askForAnother(
  ctx: Ctx<CustomerActor>,
  { who, words, submissionKey }: z.output<typeof AnotherPersonForm>,
): Promise<void> {
  const wait = await countAttempt(ctx, perTicket, String(ctx.actor.ticketId))
  if (wait > 0) throw tooMany('wroteTooOften', wait)
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicketById(tx, ctx.actor.ticketId, { lock: true })
    if ((await saidWith(tx, submissionKey)) !== null) return
    if (!openTicketStatuses.some((status) => status === ticket.status)) {
      throw refused('matterOver')
    }
    if ((await askedStanding(tx, ticket.id)).some((asked) => asked.who === who)) {
      throw refused('askedForAnother')
    }
    const body = [translate(tx.locale)(`track:another.message.${who}`), words]
    await sayAsCustomer(tx, ticket, { body: body.filter(Boolean).join('\n'), submissionKey })
    await recordEvent(tx, ticket, 'other_person_asked', {
      who,
      note: words,
      had: await whoHadIt(tx, ticket),
    })
  })
}

/** IN-9: the customer doesn't want somebody else any more. The same form sent twice, or nothing asked for, is nothing. */
export async function keepSamePerson(
  ctx: Ctx<CustomerActor>,
  { who, submissionKey }: z.output<typeof SamePersonForm>,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicketById(tx, ctx.actor.ticketId, { lock: true })
    if ((await saidWith(tx, submissionKey)) !== null) return
    if (!(await askedStanding(tx, ticket.id)).some((asked) => asked.who === who)) return
    const body = translate(tx.locale)(`track:another.dropped.${who}`)
    await sayAsCustomer(tx, ticket, { body, submissionKey })
    await recordEvent(tx, ticket, 'other_person_dropped', { who })
  })
}

/** Whom the customer asked to be another, and since when, while it stands. */
export const askedForAnother = (ctx: Ctx<CustomerActor>) => askedStanding(ctx, ctx.actor.ticketId)
