import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { tickets } from '#db/schema/tickets.ts'
import { storeRoles } from '#db/vocabulary/roles.ts'
import { ticketKinds } from '#db/vocabulary/tickets.ts'
import { writeToCustomer } from '#app/domain/messages/index.server.ts'
import { isClosed } from '#app/domain/stores/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import {
  type Ctx,
  databaseErrorCode,
  inTransaction,
  type Tx,
} from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { line, optionalEmail, optionalLine, submissionKey, text } from '#app/platform/fields.ts'
import { authorize, may, storeScope } from '#app/platform/permissions.ts'
import { phone } from '#app/platform/phone.server.ts'
import { locales } from '#db/vocabulary/locales.ts'
import { callChannels } from './call-channels.ts'
import type { Ticket } from './find-ticket.server.ts'
import { moveTicket } from './move-ticket.server.ts'
import { refuseNotOffered } from './offered-category.server.ts'
import { makePrivateLink } from './private-link.server.ts'
import { recordEvent } from './record-event.server.ts'
import { registerTicket } from './register-ticket.server.ts'

const talking: readonly Ticket['channel'][] = ['phone', 'hotline', 'counter']
const choose = { message: 'validation:choose' }

export const RegisterCallForm = z.object({
  submissionKey,
  phone,
  name: line(80),
  channel: z.enum(callChannels, choose),
  kind: z.enum(ticketKinds, choose),
  product: line(200),
  category: line(40, 'validation:choose'),
  description: text(5000),
  severity: z
    .union([z.literal(''), z.enum(['1', '2', '3', '4'])], choose)
    .optional()
    .transform((value) => (value ? (Number(value) as 1 | 2 | 3 | 4) : null)),
  address: line(300),
  email: optionalEmail,
  preferredDays: optionalLine(200),
  orderNumber: optionalLine(40),
  language: z.enum(locales, choose),
})
export type RegisterCallForm = z.output<typeof RegisterCallForm>

/**
 * Registers what somebody said on the phone, at the counter, in a letter (IN-1). A clerk of the desk who already
 * assessed it takes it on. The same form twice is one ticket; a changed one under the same key is refused.
 * @returns the ticket's number
 * @throws DomainError conflict `alreadyRegistered`, `storeClosed`
 */
export async function registerCall(ctx: Ctx<StaffActor>, form: RegisterCallForm): Promise<string> {
  authorize(ctx.actor, 'ticket:register')
  const before = await alreadyRegistered(ctx, form)
  if (before) return before
  try {
    return await inTransaction(ctx, (tx) => register(tx, ctx.actor, form))
  } catch (error) {
    if (databaseErrorCode(error) !== '23505') throw error
    const meanwhile = await alreadyRegistered(ctx, form)
    if (!meanwhile) throw error
    return meanwhile
  }
}

async function register(tx: Tx, actor: StaffActor, form: RegisterCallForm): Promise<string> {
  await refuseNotOffered(tx, form.category)
  const { language: locale, ...facts } = form
  const assesses = may(actor, 'ticket:triage')
  const storeId = await storeOf(tx, actor)
  const ticket = await registerTicket(tx, {
    ...facts,
    locale,
    severity: assesses ? form.severity : null,
    takenBy: actor.id,
    ownerId: assesses ? actor.id : null,
    storeId,
  })
  if (assesses && talking.includes(form.channel)) {
    await tx.db.update(tickets).set({ firstContactAt: tx.now() }).where(eq(tickets.id, ticket.id))
    await recordEvent(tx, ticket, 'first_contact')
  }
  if (assesses && form.severity !== null) {
    await moveTicket(tx, ticket, 'triaged')
    await recordEvent(tx, ticket, 'triaged', {
      status: ['new', 'triaged'],
      severity: [null, form.severity],
    })
    if (form.severity === 1) await recordEvent(tx, ticket, 'escalated')
  }
  // Whoever is talking to us without an address has been told as they speak.
  if (ticket.email || !talking.includes(form.channel)) {
    await writeToCustomer(tx, {
      to: ticket,
      template: 'ticket-received',
      ticketId: ticket.id,
      facts: {
        name: ticket.name,
        number: ticket.number,
        product: ticket.product,
        description: ticket.description,
        address: ticket.address,
        linkId: await makePrivateLink(tx, { purpose: 'track', ticketId: ticket.id }),
      },
    })
  }
  return ticket.number
}

async function alreadyRegistered(ctx: Ctx, form: RegisterCallForm): Promise<string | null> {
  const [ticket] = await ctx.db
    .select()
    .from(tickets)
    .where(eq(tickets.submissionKey, form.submissionKey))
  if (!ticket) return null
  const same =
    ticket.phone === form.phone &&
    ticket.product === form.product &&
    ticket.description === form.description
  if (!same) throw refused('alreadyRegistered', { number: ticket.number })
  return ticket.number
}

/** A store's own people register for their store, so that they see what they wrote; head office sees it without. */
async function storeOf(tx: Tx, actor: StaffActor): Promise<number | null> {
  const ofStore = actor.roles.some((role) => storeRoles.some((one) => one === role))
  if (!ofStore || actor.storeId === null) return null
  if (!(await isClosed(tx, actor.storeId))) return actor.storeId
  if (storeScope(actor, 'ticket:register') === null) return null
  throw refused('storeClosed')
}
