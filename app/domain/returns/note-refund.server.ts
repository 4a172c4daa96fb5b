import { changeConsequence, type Consequence } from '#app/domain/consequences/index.server.ts'
import { writeToCustomer } from '#app/domain/messages/index.server.ts'
import { keepTold, makePrivateLink, recordEvent } from '#app/domain/tickets/index.server.ts'
import { formatter } from '#app/i18n/format.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { invalid, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { companyZone, dayOf, instantAt } from '#app/platform/time.server.ts'
import type { Found } from './find-case.server.ts'
import { holdConsequence } from './hold-consequence.server.ts'
import { settleWithTicket } from './settle-case.server.ts'
import type { NoteRefundForm } from './supply-form.ts'

/**
 * RX-4: money went back to the customer, who is told. Nothing is paid while a case waits for another decision;
 * the same from the same hand twice is one.
 * @throws DomainError not_found; invalid `paidLater`; conflict `consequenceNotInState`, `caseNotInState`
 */
export async function noteRefund(
  ctx: Ctx,
  number: string,
  id: number,
  { reference, paidOn }: NoteRefundForm,
): Promise<void> {
  authorize(ctx.actor, 'return:refund')
  const { actor } = ctx
  const today = dayOf(ctx.now())
  if (paidOn > today) throw invalid('paidLater')
  await inTransaction(ctx, async (tx) => {
    const wanted = { kinds: ['refund'], in: ['open', 'going', 'done'] } as const
    const { consequence, ...found } = await holdConsequence(tx, number, id, wanted)
    if (consequence.doneBy === actor.id && consequence.note === reference) return
    if (found.case.status !== 'acting') throw refused('caseNotInState')
    await changeConsequence(tx, consequence, 'done', {
      // Of a day that is over nobody knows the hour.
      doneAt: paidOn === today ? tx.now() : instantAt(paidOn, '12:00'),
      doneBy: actor.id,
      note: reference,
    })
    const { amount, currency, method } = consequence
    await recordEvent(tx, found.ticket, 'return_refunded', {
      ...{ case: found.case.number, amount, currency, method, reference, paidOn },
    })
    await tellPaid(tx, found, consequence, { by: actor, paidOn })
    await settleWithTicket(tx, found.case.id)
  })
}

/** In their conversation, and by whichever channel reaches them. */
async function tellPaid(
  tx: Tx,
  { case: one, ticket }: Found,
  { amount, currency, method }: Consequence,
  { by, paidOn }: { by: StaffActor; paidOn: string },
): Promise<void> {
  const t = translate(ticket.locale)
  const format = formatter(ticket.locale, companyZone(), tx.now().toISOString())
  const body = t('returns:supply.paidMessage', {
    number: one.number,
    amount: format.money(amount!, currency!),
    day: format.day(instantAt(paidOn, '12:00').toISOString()),
    method: t(`returns:method.${method!}`),
  })
  const mailId = await writeToCustomer(tx, {
    to: ticket,
    template: 'message-to-customer',
    ticketId: ticket.id,
    facts: {
      name: ticket.name,
      number: ticket.number,
      author: by.name,
      body,
      linkId: await makePrivateLink(tx, { purpose: 'track', ticketId: ticket.id }),
    },
  })
  await keepTold(tx, ticket, { body, authorId: by.id, mailId })
}
