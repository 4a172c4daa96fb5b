import { inboundMails } from '#db/schema/mail.ts'
import { type Ctx, enqueue, inTransaction } from '#app/platform/context.server.ts'
import { cleanText } from '#app/platform/fields.ts'
import type { AnnouncedMail } from '#app/platform/inbound-mail.server.ts'
import { senderOf } from './sender.ts'

const most = 20

/** Keeps that a mail has come and lets it be read; the same one announced again is the same. */
export async function takeAnnouncement(
  ctx: Ctx,
  { data, created_at }: AnnouncedMail,
): Promise<void> {
  const { name, address } = senderOf(data.from)
  await inTransaction(ctx, async (tx) => {
    const [mail] = await tx.db
      .insert(inboundMails)
      .values({
        providerId: data.email_id,
        fromAddress: address,
        fromName: name,
        toAddresses: addressesOf(data),
        subject: cleanText(data.subject ?? '').slice(0, 300),
        receivedAt: created_at,
      })
      .onConflictDoNothing({ target: inboundMails.providerId })
      .returning({ id: inboundMails.id })
    if (mail) await enqueue(tx, 'fetch-mail', { inboundId: mail.id }, { key: `mail:${mail.id}` })
  })
}

const addressesOf = ({ to, cc, received_for }: AnnouncedMail['data']) =>
  [...new Set([...(received_for ?? []), ...to, ...(cc ?? [])])]
    .slice(0, most)
    .map((one) => one.slice(0, 320))
