import { and, eq, inArray } from 'drizzle-orm'
import { inboundMails } from '#db/schema/mail.ts'
import { attachments, tickets } from '#db/schema/tickets.ts'
import { defaultLocale, type Locale } from '#db/vocabulary/locales.ts'
import { addMail } from '#app/domain/tickets/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { MailGone } from '#app/platform/inbound-mail.server.ts'
import { judgeMail, type Verdict } from './judge-mail.server.ts'
import {
  type Content,
  type Mail,
  type MailReader,
  provider,
  readContent,
} from './mail-content.server.ts'

/**
 * Reads what a mail says and puts it where it belongs: on its ticket, or before a colleague. Doing it twice matters to
 * nobody.
 * @throws when the provider can't be asked now; with the last try that is kept on the mail
 */
export async function fetchMail(
  ctx: Ctx,
  id: string,
  { last }: { last: boolean },
  from: MailReader = provider,
): Promise<void> {
  const [mail] = await ctx.db.select().from(inboundMails).where(toRead(id))
  if (!mail) return
  let content: Content
  try {
    content = await readContent(mail, from)
  } catch (error) {
    await keepFailure(ctx, id, error as Error, last || error instanceof MailGone)
    if (error instanceof MailGone) return
    throw error
  }
  await inTransaction(ctx, async (tx) => {
    const [waiting] = await tx.db.select().from(inboundMails).where(toRead(id)).for('update')
    if (waiting) await settle(tx, waiting, content)
  })
}

const toRead = (id: string) =>
  and(eq(inboundMails.id, id), inArray(inboundMails.status, ['fetching']))

async function settle(tx: Tx, mail: Mail, content: Content): Promise<void> {
  const { id, fromAddress, toAddresses } = mail
  const verdict = await judgeMail(tx, { fromAddress, toAddresses, ...content })
  if (content.files.length > 0) await keepFiles(tx, id, content.files)
  const reply = withRefused(content, await localeOf(tx, verdict)) || mail.subject || '—'
  const known = { text: content.text, reply, automatic: content.automatic, error: null }
  const outcome = verdict.lands
    ? {
        status: 'landed' as const,
        ticketId: verdict.ticket.id,
        messageId: await addMail(tx, verdict.ticket, { inboundId: id, body: reply }),
      }
    : { status: 'review' as const, reason: verdict.reason, ticketId: verdict.ticketId }
  await tx.db
    .update(inboundMails)
    .set({ ...known, ...outcome })
    .where(eq(inboundMails.id, id))
}

async function localeOf(tx: Tx, verdict: Verdict): Promise<Locale> {
  if (verdict.lands) return verdict.ticket.locale
  if (verdict.ticketId === null) return defaultLocale
  const [ticket] = await tx.db
    .select({ locale: tickets.locale })
    .from(tickets)
    .where(eq(tickets.id, verdict.ticketId))
  return ticket?.locale ?? defaultLocale
}

/** What was sent along and can't be kept is named, so that nobody waits for it. */
function withRefused({ reply, refused }: Content, locale: Locale): string {
  if (refused.length === 0) return reply
  const t = translate(locale)
  const line = t('mailbox:notKept', { names: refused.join(locale === 'en' ? ', ' : '、') })
  return `${reply}\n\n${line}`.trim()
}

async function keepFiles(tx: Tx, inboundId: string, files: Content['files']): Promise<void> {
  await tx.db
    .insert(attachments)
    .values(
      files.map(({ name, upload, key }) => ({
        inboundId,
        stage: 'track' as const,
        contentType: upload.contentType,
        bytes: upload.bytes.length,
        width: upload.width,
        height: upload.height,
        sha256: upload.sha256,
        originalName: name.slice(-120),
        createdAt: tx.now(),
        submissionKey: key,
      })),
    )
    .onConflictDoNothing({ target: attachments.submissionKey })
}

async function keepFailure(ctx: Ctx, id: string, error: Error, last: boolean): Promise<void> {
  await ctx.db
    .update(inboundMails)
    .set({ error: error.message.slice(0, 500), ...(last ? { status: 'failed' as const } : {}) })
    .where(toRead(id))
}
