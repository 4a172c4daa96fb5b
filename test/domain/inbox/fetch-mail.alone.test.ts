import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import { fetchMail } from '#app/domain/inbox/fetch-mail.server.ts'
import type { MailReader } from '#app/domain/inbox/mail-content.server.ts'
import { takeAnnouncement } from '#app/domain/inbox/take-announcement.server.ts'
import { replyAddress, replyLinkOf } from '#app/domain/messages/reply-address.server.ts'
import { readTrackedTicket } from '#app/domain/tickets/index.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { MailGone, type ReceivedMail } from '#app/platform/inbound-mail.server.ts'
import type { UploadedFile } from '#app/platform/uploads.server.ts'
import { inboundMails } from '#db/schema/mail.ts'
import {
  attachments,
  privateLinks,
  ticketEvents,
  ticketMessages,
  tickets,
} from '#db/schema/tickets.ts'
import { anonymous, contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'
import { htmlNamedJpg, pdf, photo } from '#test/setup/photos.ts'

vi.hoisted(() =>
  Object.assign(process.env, {
    INBOUND_DOMAIN: 'reply.example.test',
    RESEND_WEBHOOK_SECRET: 'whsec_b25seS1mb3ItdGVzdHM=',
    RESEND_API_KEY: 're_test',
  }),
)

const database = testDatabase()
const job = () => contextOf(database.db, { kind: 'job' })

async function addressOf(ticketId: number) {
  const link = await inTransaction(job(), (tx) => replyLinkOf(tx, ticketId))
  return replyAddress(link!)!
}

/** A mail that was announced, and what the provider says of it. */
async function comes(mail: {
  from: string
  to: string
  subject?: string
  content?: Partial<ReceivedMail>
  files?: UploadedFile[]
}) {
  const providerId = randomUUID()
  await takeAnnouncement(contextOf(database.db, anonymous), {
    type: 'email.received',
    created_at: tuesdayMorning,
    data: { email_id: providerId, from: mail.from, to: [mail.to], subject: mail.subject ?? '回复' },
  })
  const reader: MailReader = {
    mail: () => Promise.resolve({ text: '周六下午有人', html: null, headers: {}, ...mail.content }),
    files: () => Promise.resolve(mail.files ?? []),
  }
  const id = (await theMail(providerId)).id
  return { id, providerId, reader, fetch: () => fetchMail(job(), id, { last: false }, reader) }
}

async function theMail(providerId: string) {
  const [mail] = await database.db
    .select()
    .from(inboundMails)
    .where(eq(inboundMails.providerId, providerId))
  return mail!
}

const said = (ticketId: number) =>
  database.db.select().from(ticketMessages).where(eq(ticketMessages.ticketId, ticketId))
const happened = async (ticketId: number) =>
  (
    await database.db
      .select({ kind: ticketEvents.kind })
      .from(ticketEvents)
      .where(eq(ticketEvents.ticketId, ticketId))
  ).map(({ kind }) => kind)

const asFile = ({ name, buffer }: { name: string; buffer: Buffer }): UploadedFile => ({
  field: 'files',
  name,
  bytes: buffer,
  tooBig: false,
})

describe('a mail lands on its ticket', () => {
  test('IN-8: an answer from the ticket’s own address to the ticket’s own link, without what it quotes', async () => {
    const ticket = await aTicket(database.db, { email: 'Lin@Example.test' })
    const to = await addressOf(ticket.id)
    const mail = await comes({
      from: '"林女士" <lin@example.test>',
      to: `Muhe <${to.toUpperCase()}>`,
      content: { text: '周六下午有人\n\n------------------ 原始邮件 ------------------\n您好' },
      files: [asFile(await photo('柜门.jpg')), asFile(pdf('发票.pdf')), asFile(htmlNamedJpg())],
    })
    await mail.fetch()
    const landed = await theMail(mail.providerId)
    expect(landed).toMatchObject({ status: 'landed', ticketId: ticket.id, reason: null })
    const [message] = await said(ticket.id)
    expect(message).toMatchObject({ direction: 'from_customer', id: landed.messageId })
    expect(message!.body).toMatch(/^周六下午有人\n\n（随信附来、没有保存的文件：/)
    expect(await happened(ticket.id)).toContain('mail_received')
    const files = await database.db
      .select()
      .from(attachments)
      .where(eq(attachments.messageId, message!.id))
    expect(files.map(({ originalName }) => originalName).sort()).toEqual(['发票.pdf', '柜门.jpg'])
    expect(files.every((file) => file.ticketId === ticket.id && file.inboundId === mail.id)).toBe(
      true,
    )
    const theirs = await readTrackedTicket(
      contextOf(database.db, { kind: 'customer', ticketId: ticket.id }),
    )
    expect(theirs.pictures.map(({ name }) => name).sort()).toEqual(['发票.pdf', '柜门.jpg'])
  })

  test('Q-5: announced twice and read twice it is one message', async () => {
    const ticket = await aTicket(database.db, { email: 'twice@example.test' })
    const mail = await comes({ from: 'twice@example.test', to: await addressOf(ticket.id) })
    await takeAnnouncement(contextOf(database.db, anonymous), {
      type: 'email.received',
      created_at: tuesdayMorning,
      data: { email_id: mail.providerId, from: 'other@example.test', to: [], subject: '' },
    })
    await Promise.all([mail.fetch(), mail.fetch(), mail.fetch()])
    await mail.fetch()
    expect(await said(ticket.id)).toHaveLength(1)
    expect((await theMail(mail.providerId)).fromAddress).toBe('twice@example.test')
  })

  test('a merged ticket’s link speaks to the one it was merged into', async () => {
    const target = await aTicket(database.db, { email: 'merged@example.test' })
    const source = await aTicket(database.db, { email: 'merged@example.test' })
    const to = await addressOf(source.id)
    await database.db
      .update(tickets)
      .set({ status: 'cancelled', mergedIntoId: target.id })
      .where(eq(tickets.id, source.id))
    const mail = await comes({ from: 'merged@example.test', to })
    await mail.fetch()
    expect(await said(target.id)).toHaveLength(1)
    expect(await said(source.id)).toHaveLength(0)
  })
})

describe('a mail waits for a colleague', () => {
  test('nothing threads on the subject alone', async () => {
    const ticket = await aTicket(database.db, { email: 'subject@example.test' })
    const mail = await comes({
      from: 'subject@example.test',
      to: 'service@example.test',
      subject: `Re: ${ticket.number}`,
    })
    await mail.fetch()
    expect(await theMail(mail.providerId)).toMatchObject({ status: 'review', reason: 'no_link' })
    expect(await said(ticket.id)).toHaveLength(0)
  })

  test('somebody else’s address, even with the right link; and one whose domain disowns it', async () => {
    const ticket = await aTicket(database.db, { email: 'owner@example.test' })
    const to = await addressOf(ticket.id)
    const other = await comes({ from: 'stranger@example.test', to })
    await other.fetch()
    const headers = { 'authentication-results': 'mx.test; dmarc=fail' }
    const forged = await comes({ from: 'owner@example.test', to, content: { headers } })
    await forged.fetch()
    for (const { providerId } of [other, forged]) {
      const row = await theMail(providerId)
      expect(row).toMatchObject({ status: 'review', reason: 'other_sender', ticketId: ticket.id })
    }
    expect(await said(ticket.id)).toHaveLength(0)
  })

  test('a link of another domain, a made-up one, one for tracking, one that was revoked', async () => {
    const ticket = await aTicket(database.db, { email: 'links@example.test' })
    const to = await addressOf(ticket.id)
    const reasonFor = async (address: string) => {
      const mail = await comes({ from: 'links@example.test', to: address })
      await mail.fetch()
      return (await theMail(mail.providerId)).reason
    }
    expect(await reasonFor(to.replace('reply.example.test', 'evil.test'))).toBe('no_link')
    expect(await reasonFor(`reply+${'0'.repeat(48)}@reply.example.test`)).toBe('no_link')
    await database.db
      .update(privateLinks)
      .set({ revokedAt: tuesdayMorning })
      .where(eq(privateLinks.ticketId, ticket.id))
    expect(await reasonFor(to)).toBe('link_over')
    await database.db
      .update(privateLinks)
      .set({ revokedAt: null, purpose: 'track' })
      .where(eq(privateLinks.ticketId, ticket.id))
    expect(await reasonFor(to)).toBe('no_link')
  })

  test.each([
    ['automatic', { headers: { 'auto-submitted': 'auto-replied' } }],
    ['too_long', { text: '很长'.repeat(10_001) }],
  ] as const)('%s', async (reason, content) => {
    const ticket = await aTicket(database.db, { email: `${reason}@example.test` })
    const to = await addressOf(ticket.id)
    const mail = await comes({ from: `${reason}@example.test`, to, content })
    await mail.fetch()
    expect(await theMail(mail.providerId)).toMatchObject({ status: 'review', reason })
    expect(await said(ticket.id)).toHaveLength(0)
  })

  test('a cancelled ticket’s', async () => {
    const ticket = await aTicket(database.db, { email: 'gone@example.test', status: 'cancelled' })
    const mail = await comes({ from: 'gone@example.test', to: await addressOf(ticket.id) })
    await mail.fetch()
    expect((await theMail(mail.providerId)).reason).toBe('ticket_gone')
  })

  test('Q-17: two machines answering each other are stopped within the hour', async () => {
    const ticket = await aTicket(database.db, { email: 'loop@example.test' })
    const to = await addressOf(ticket.id)
    for (let i = 0; i < 21; i++) await (await comes({ from: 'loop@example.test', to })).fetch()
    expect(await said(ticket.id)).toHaveLength(20)
  })
})

describe('Q-9: the provider', () => {
  test('is asked again while it is away, and the mail is kept before a colleague with the last try', async () => {
    const ticket = await aTicket(database.db, { email: 'away@example.test' })
    const mail = await comes({ from: 'away@example.test', to: await addressOf(ticket.id) })
    const away: MailReader = { ...mail.reader, mail: () => Promise.reject(new Error('503')) }
    await expect(fetchMail(job(), mail.id, { last: false }, away)).rejects.toThrow('503')
    expect(await theMail(mail.providerId)).toMatchObject({ status: 'fetching', error: '503' })
    await expect(fetchMail(job(), mail.id, { last: true }, away)).rejects.toThrow('503')
    expect((await theMail(mail.providerId)).status).toBe('failed')
  })

  test('that has lost the mail is not asked again', async () => {
    const mail = await comes({ from: 'lost@example.test', to: 'service@example.test' })
    const gone: MailReader = { ...mail.reader, mail: () => Promise.reject(new MailGone('gone')) }
    await fetchMail(job(), mail.id, { last: false }, gone)
    expect((await theMail(mail.providerId)).status).toBe('failed')
  })
})
