import { describe, expect, test, vi } from 'vitest'
import { eq } from 'drizzle-orm'
import { messages } from '#db/schema/messages.ts'
import { writeToCustomer, type MessageFacts } from '#app/domain/messages/index.server.ts'
import { sendMessageJob } from '#app/jobs/send-message.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
vi.stubEnv('RESEND_API_KEY', '')

const facts = {
  name: 'Ann',
  number: 'R100042-7',
  start: '2026-03-12T05:30:00Z',
  end: '2026-03-12T07:30:00Z',
  linkId: '00000000-0000-4000-8000-000000000001',
  address: 'Jinji Lake Avenue 1',
  changeUntil: '2026-03-11T09:30:00Z',
  service: 'delivery',
} as const

async function textOf<
  T extends 'visit-booked' | 'visit-reminder' | 'visit-moved' | 'visit-cancelled',
>(template: T, facts: MessageFacts[T], now: string) {
  const job = contextOf(database.db, { kind: 'job' }, { now: new Date(now) })
  const to = { name: 'Ann', phone: '+8613800004821', email: 'ann@example.test' }
  const id = await inTransaction(job, (tx) =>
    writeToCustomer(tx, { to: { ...to, locale: 'en' }, template, facts }),
  )
  await sendMessageJob(job, { messageId: id }, { last: false })
  const [message] = await database.db.select().from(messages).where(eq(messages.id, id))
  return message!.text!
}

describe('BK-3 BK-4 what a mail about a visit says', () => {
  test('booked: what, when, where, the linked visit, until when it can be changed, and by which link', async () => {
    const second = {
      service: 'install',
      start: '2026-03-13T00:30:00Z',
      end: '2026-03-13T02:30:00Z',
    } as const
    const text = await textOf('visit-booked', { ...facts, second }, '2026-03-10T02:00:00Z')
    for (const words of [
      'Delivery',
      'Thu 12 Mar',
      '13:30–15:30',
      'Installation',
      'Fri 13 Mar 08:30–10:30',
      facts.address,
      facts.number,
      'until Wed 11 Mar, 17:30',
      `{{link:${facts.linkId}}}`,
    ]) {
      expect(text).toContain(words)
    }
  })

  const install = {
    service: 'install',
    start: '2026-03-13T00:30:00Z',
    end: '2026-03-13T02:30:00Z',
  } as const

  test('moved by the customer: both visits in one, no apology, and that it can be changed again', async () => {
    const moved = {
      ...facts,
      ...{ crewZh: '一组', crewEn: 'Crew 1', reason: 'Changed online', byCustomer: true },
      oldStart: '2026-03-11T05:30:00Z',
      oldEnd: '2026-03-11T07:30:00Z',
      along: install,
    }
    const text = await textOf('visit-moved', moved, '2026-03-10T02:00:00Z')
    for (const words of [
      'Delivery',
      'Installation',
      'Fri 13 Mar 08:30–10:30',
      'Wed 11 Mar, 17:30',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).not.toMatch(/sorry|Changed online/)
  })

  test('one of two cancelled: which one, and that the other stands', async () => {
    const cancelled = { ...facts, service: 'install' as const, reason: 'x', standing: [install] }
    const text = await textOf('visit-cancelled', cancelled, '2026-03-10T02:00:00Z')
    expect(text).toContain('Still coming')
    expect(text).toContain('Fri 13 Mar 08:30–10:30')
    expect(text).not.toContain('no need to wait in')
  })

  test('reminded after the cut-off: by phone alone', async () => {
    const reminder = { ...facts, work: 'A sofa' }
    const text = await textOf('visit-reminder', reminder, '2026-03-11T10:00:00Z')
    expect(text).toContain('A sofa')
    expect(text).not.toContain('yourself')
    expect(text).toMatch(/please call \S+/)
  })
})
