import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { takeFiles } from '#app/domain/tickets/attach-files.server.ts'
import { readTrackedTicket, trackedFile } from '#app/domain/tickets/index.server.ts'
import { readTicket } from '#app/domain/tickets/read-ticket.server.ts'
import { sendNow } from '#app/domain/tickets/send-now.server.ts'
import { writeMessage, WriteMessageForm } from '#app/domain/tickets/write-message.server.ts'
import { writeNote } from '#app/domain/tickets/write-note.server.ts'
import type { UploadedFile } from '#app/platform/uploads.server.ts'
import { messages } from '#db/schema/messages.ts'
import { attachments, ticketMessages } from '#db/schema/tickets.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'
import { htmlNamedJpg, pdf, photo } from '#test/setup/photos.ts'

const database = testDatabase()
const night = new Date('2026-03-11T15:30:00Z')
const morning = new Date('2026-03-12T00:00:00Z')

const desk = async (now = tuesdayMorning) =>
  contextOf(database.db, await aColleague(database.db, 'desk'), { now })
const asFile = ({ name, buffer }: { name: string; buffer: Buffer }): UploadedFile => ({
  field: 'files',
  name,
  bytes: buffer,
  tooBig: false,
})
let keys = 0
const message = (body = '铰链到了') => ({ body, submissionKey: `message-for-test-${(keys += 1)}` })
const mailsOf = (ticketId: number) =>
  database.db.select().from(messages).where(eq(messages.ticketId, ticketId))

async function jobOf(id: string) {
  const rows = await database.ask(
    (sql) => sql<{ run_at: Date }[]>`
      select run_at from graphile_worker.jobs where key = ${`message:${id}`}`,
  )
  return rows[0]?.run_at
}

describe('IN-8: files of the conversation', () => {
  test('of a message are the customer’s too, of a note never', async () => {
    const ctx = await desk()
    const ticket = await aTicket(database.db)
    const files = await takeFiles([asFile(await photo('门.jpg')), asFile(pdf('说明.pdf'))])
    await writeMessage(ctx, ticket.number, message(), files)
    await writeNote(ctx, ticket.number, message(), await takeFiles([asFile(pdf('成本.pdf'))]))
    const customer = contextOf(database.db, { kind: 'customer', ticketId: ticket.id } as const)
    const { pictures } = await readTrackedTicket(customer)
    expect(pictures.map(({ name }) => name).sort()).toEqual(['说明.pdf', '门.jpg'])
    const all = await database.db
      .select()
      .from(attachments)
      .where(eq(attachments.ticketId, ticket.id))
    for (const file of all) {
      const asked = trackedFile(customer, file.id)
      if (file.noteId === null) await expect(asked).resolves.toBeDefined()
      else await expect(asked).rejects.toThrow('not_found')
    }
    const [mail] = await mailsOf(ticket.id)
    expect(mail!.params.files).toHaveLength(2)
    const { extras } = await readTicket(ctx, ticket.number)
    expect(extras.files.map(({ name }) => name).sort()).toEqual(['成本.pdf', '说明.pdf', '门.jpg'])
  })

  test('one that can’t go along keeps everything back and is named', async () => {
    const files = [asFile(await photo()), asFile(htmlNamedJpg('假.jpg'))]
    await expect(takeFiles(files)).rejects.toMatchObject({
      code: 'filesRefused',
      values: { names: '假.jpg' },
    })
  })

  test('Q-5: the same form twice is one message with its files once', async () => {
    const ctx = await desk()
    const ticket = await aTicket(database.db)
    const files = await takeFiles([asFile(await photo())])
    const once = message()
    await Promise.all([1, 2].map(() => writeMessage(ctx, ticket.number, once, files)))
    const sent = await database.db
      .select()
      .from(ticketMessages)
      .where(eq(ticketMessages.ticketId, ticket.id))
    expect(sent).toHaveLength(1)
    expect(await database.db.$count(attachments, eq(attachments.ticketId, ticket.id))).toBe(1)
    expect(await mailsOf(ticket.id)).toHaveLength(1)
  })
})

describe('quiet hours', () => {
  test('a message at night waits for the morning and says so', async () => {
    const ctx = await desk(night)
    const ticket = await aTicket(database.db)
    await writeMessage(ctx, ticket.number, message())
    const [mail] = await mailsOf(ticket.id)
    expect(await jobOf(mail!.id)).toEqual(morning)
    expect(mail).toMatchObject({ heldUntil: morning, status: 'queued' })
    const { extras } = await readTicket(ctx, ticket.number)
    expect(extras.held).toMatchObject([{ id: mail!.id, until: morning.toISOString() }])
  })

  test('send now: at once, and twice is once', async () => {
    const ctx = await desk(night)
    const ticket = await aTicket(database.db)
    await writeMessage(ctx, ticket.number, message())
    const [mail] = await mailsOf(ticket.id)
    await sendNow(ctx, ticket.number, mail!.id)
    await sendNow(ctx, ticket.number, mail!.id)
    expect((await jobOf(mail!.id))!.getTime()).toBeLessThan(Date.now() + 60_000)
    expect((await readTicket(ctx, ticket.number)).extras.held).toEqual([])
    const other = await aTicket(database.db)
    await writeMessage(ctx, other.number, message())
    const [theirs] = await mailsOf(other.id)
    await sendNow(ctx, ticket.number, theirs!.id)
    expect(await jobOf(theirs!.id)).toEqual(morning)
    const guide = contextOf(database.db, await aColleague(database.db, 'store_guide'))
    await expect(sendNow(guide, ticket.number, mail!.id)).rejects.toThrow('forbidden')
  })

  test('one that answers what the customer has just written, or is meant to, goes out at once', async () => {
    const ctx = await desk(night)
    const awake = await aTicket(database.db)
    const wroteAt = new Date(night.getTime() - 20 * 60_000)
    await database.db
      .insert(ticketMessages)
      .values({ ticketId: awake.id, direction: 'from_customer', body: '在吗', createdAt: wroteAt })
    await writeMessage(ctx, awake.number, message())
    const asleep = await aTicket(database.db)
    await writeMessage(ctx, asleep.number, { ...message(), now: 'on' })
    for (const { id } of [awake, asleep]) {
      const [mail] = await mailsOf(id)
      expect(mail!.heldUntil).toBeNull()
    }
  })

  test('whoever no mail reaches is not waited for', async () => {
    const ticket = await aTicket(database.db, { email: null })
    await writeMessage(await desk(night), ticket.number, message())
    const [mail] = await mailsOf(ticket.id)
    expect(mail).toMatchObject({ channel: 'log' })
    expect(mail!.heldUntil).toBeNull()
  })
})

test('KB-2: a message with a place nobody filled is not sent', () => {
  const typed = { body: '约在 {{window}}', submissionKey: 'a-key-that-is-long-enough' }
  expect(WriteMessageForm.safeParse(typed).success).toBe(false)
  expect(WriteMessageForm.safeParse({ ...typed, body: '约在周六 {上午}' }).success).toBe(true)
})

test('without a mailbox of ours nobody is told to answer by mail', async () => {
  const ticket = await aTicket(database.db)
  await writeMessage(await desk(), ticket.number, message())
  const [mail] = await mailsOf(ticket.id)
  expect(mail!.params.replyLinkId).toBeUndefined()
  expect(
    await database.db.execute(sql`select 1 from private_links where purpose = 'reply'`),
  ).toHaveLength(0)
})
