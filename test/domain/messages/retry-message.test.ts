import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { auditLog } from '#db/schema/accounts.ts'
import { messages } from '#db/schema/messages.ts'
import type { Role } from '#db/vocabulary/roles.ts'
import { linkPlaceholder } from '#app/domain/messages/index.server.ts'
import { listMessages } from '#app/domain/messages/list-messages.server.ts'
import { readMessage } from '#app/domain/messages/read-message.server.ts'
import { retryMessage } from '#app/domain/messages/retry-message.server.ts'
import { linkToken } from '#app/platform/tokens.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const link = randomUUID()

async function aMessage(facts: Partial<typeof messages.$inferInsert> = {}) {
  const values = {
    template: 'ticket-received' as const,
    locale: 'zh-CN' as const,
    recipient: 'yezhu@example.test',
    params: {},
    status: 'no_provider' as const,
    subject: '我们收到了',
    text: `查看进度 ${linkPlaceholder(link)}`,
    html: '<p></p>',
    createdAt: tuesdayMorning,
    ...facts,
  }
  return only(await database.db.insert(messages).values(values).returning())
}
const as = async (role: Role) => contextOf(database.db, await aColleague(database.db, role))
const jobsFor = async (id: string) => {
  const admin = database.connect()
  return admin`select 1 from graphile_worker._private_jobs where payload ->> 'messageId' = ${id}`
}

describe('sending a mail again by hand', () => {
  test('Q-9 puts it back into the queue with its job, and the audit log says who did it', async () => {
    const message = await aMessage({ status: 'failed', error: 'too slow' })
    const ctx = await as('desk')
    await retryMessage(ctx, message.id)
    await retryMessage(ctx, message.id)
    expect(
      only(await database.db.select().from(messages).where(eq(messages.id, message.id))),
    ).toMatchObject({ status: 'queued', error: null })
    expect(await jobsFor(message.id)).toHaveLength(1)
    const entries = await database.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `message:${message.id}`))
    expect(entries[0]).toMatchObject({ action: 'message_retried', actorId: ctx.actor.id })
  })

  test('one that waits for the morning says until when, and goes out now', async () => {
    const until = new Date(tuesdayMorning.getTime() + 3_600_000)
    const message = await aMessage({ status: 'queued', heldUntil: until })
    const over = await aMessage({ status: 'queued', heldUntil: tuesdayMorning })
    const ctx = await as('desk')
    const held = async (id: string) => {
      const { messages: listed } = await listMessages(ctx, {
        status: 'queued',
        template: null,
        after: null,
      })
      const { held } = await readMessage(ctx, id)
      expect(listed.find((one) => one.id === id)?.held).toBe(held)
      return held
    }
    expect([await held(message.id), await held(over.id)]).toEqual([until.toISOString(), null])
    await retryMessage(ctx, message.id)
    expect(await held(message.id)).toBeNull()
    expect(await jobsFor(message.id)).toHaveLength(1)
  })

  test('is refused once it was sent, and to who may not read the log', async () => {
    const sent = await aMessage({ status: 'sent', sentAt: tuesdayMorning })
    await expect(retryMessage(await as('admin'), sent.id)).rejects.toMatchObject({
      code: 'messageSent',
    })
    expect(await jobsFor(sent.id)).toHaveLength(0)
    const waiting = await aMessage()
    await expect(retryMessage(await as('caller'), waiting.id)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    for (const missing of [randomUUID(), 'x']) {
      await expect(retryMessage(await as('admin'), missing)).rejects.toMatchObject({
        kind: 'not_found',
      })
    }
  })
})

describe('reading the message log', () => {
  test('shows a mail as its reader gets it, the private link in place', async () => {
    const message = await aMessage()
    expect(await readMessage(await as('desk'), message.id)).toMatchObject({
      text: `查看进度 ${linkToken(link)}`,
    })
  })

  test('Q-12 a colleague’s password link is seen by who manages people alone', async () => {
    const invitation = await aMessage({ template: 'staff-invitation' })
    const filter = { status: null, template: 'staff-invitation' as const, after: null }
    for (const role of ['desk', 'aftersales_manager'] as const) {
      const ctx = await as(role)
      await expect(readMessage(ctx, invitation.id)).rejects.toMatchObject({ kind: 'not_found' })
      await expect(retryMessage(ctx, invitation.id)).rejects.toMatchObject({ kind: 'not_found' })
      expect((await listMessages(ctx, filter)).messages).toEqual([])
    }
    const admin = await as('admin')
    expect(await readMessage(admin, invitation.id)).toMatchObject({ id: invitation.id })
    expect((await listMessages(admin, filter)).messages).toHaveLength(1)
  })

  test('is paged without losing or repeating one, also when many were written at the same instant', async () => {
    await database.db.execute(sql`
      insert into messages (template, locale, recipient, params, status, created_at)
      select 'visit-moved', 'en', 'many@example.test', '{}', 'queued', ${tuesdayMorning.toISOString()}::timestamptz
      from generate_series(1, 120)`)
    const ctx = await as('admin')
    const seen: string[] = []
    let after: [Date, string] | null = null
    for (let page = 0; page < 5; page++) {
      const filter = { status: null, template: 'visit-moved' as const, after }
      const { messages: shown, next } = await listMessages(ctx, filter)
      seen.push(...shown.map(({ id }) => id))
      if (!next) break
      const [instant, id] = next.split(',')
      after = [new Date(instant!), id!]
    }
    expect(seen).toHaveLength(120)
    expect(new Set(seen).size).toBe(120)
  })
})

describe('the private links of a mail', () => {
  const text = `查看 https://shangmen.example/track/${linkPlaceholder(link)}，谢谢`

  test('are shown of one that was not sent, so that they can be passed on', async () => {
    const { id } = await aMessage({ text })
    const read = await readMessage(await as('desk'), id)
    expect(read.text).toBe(`查看 https://shangmen.example/track/${linkToken(link)}，谢谢`)
  })

  test('Q-15 are hidden of one that was sent', async () => {
    const { id } = await aMessage({ text, status: 'sent', sentAt: tuesdayMorning })
    const read = await readMessage(await as('desk'), id)
    expect(read.text).toBe('查看 [链接已隐藏]，谢谢')
  })
})
