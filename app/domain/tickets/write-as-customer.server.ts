import { z } from 'zod'
import { translate } from '#app/i18n/translator.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { invalid, tooMany } from '#app/platform/errors.ts'
import { optionalText, submissionKey } from '#app/platform/fields.ts'
import { countAttempt } from '#app/platform/limits.server.ts'
import type { UploadedFile } from '#app/platform/uploads.server.ts'
import { attachFiles, takeFiles } from './attach-files.server.ts'
import { maxMessagePhotos, messageLength } from './customer-words-form.ts'
import { findTicketById } from './find-ticket.server.ts'
import { sayAsCustomer } from './said-by-customer.server.ts'

export const CustomerMessageForm = (photos: number) =>
  z.object({
    body: optionalText(messageLength).refine((body) => photos > 0 || body !== '', {
      message: 'validation:message',
    }),
    submissionKey,
  })
type CustomerMessage = z.output<ReturnType<typeof CustomerMessageForm>>

const perTicket = { name: 'customer-message', attempts: 40, seconds: 3600 }

/**
 * Adds what the customer writes to the conversation, with the photos that go along; the same form sent twice is one
 * message. @throws DomainError too_many; invalid, naming the files that can't go along
 */
export async function writeAsCustomer(
  ctx: Ctx<CustomerActor>,
  { body, submissionKey }: CustomerMessage,
  photos: UploadedFile[] = [],
): Promise<void> {
  const wait = await countAttempt(ctx, perTicket, String(ctx.actor.ticketId))
  if (wait > 0) throw tooMany('wroteTooOften', wait)
  if (photos.length > maxMessagePhotos) throw invalid('tooManyAtOnce', { max: maxMessagePhotos })
  const kept = await takeFiles(photos)
  const said = { body: body || translate(ctx.locale)('track:talk.onlyPhotos'), submissionKey }
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicketById(tx, ctx.actor.ticketId, { lock: true })
    const messageId = await sayAsCustomer(tx, ticket, said)
    if (messageId !== null) {
      await attachFiles(tx, ctx.actor, { ticketId: ticket.id, messageId }, kept)
    }
  })
}
