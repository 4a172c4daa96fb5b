import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { privateLinks } from '#db/schema/tickets.ts'
import { openPrivateLink, trackTicket } from '#app/domain/tickets/index.server.ts'
import { makePrivateLink } from '#app/domain/tickets/private-link.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { addHours } from '#app/platform/time.server.ts'
import { hashToken, linkToken, newToken } from '#app/platform/tokens.server.ts'
import { anonymous, contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const publicly = (now?: Date) => contextOf(database.db, anonymous, { now })
let address = 0
const fresh = () => `198.51.100.${(address += 1)}`

test('number and phone open a private link for 30 days', async () => {
  const ticket = await aTicket(database.db)
  const typed = ticket.number.toLowerCase().replace('-', ' ')
  const token = await trackTicket(publicly(), { number: typed, phone: ticket.phone }, fresh())
  expect(await openPrivateLink(publicly(), token, 'track')).toMatchObject({ ticketId: ticket.id })
  const after = addHours(tuesdayMorning, 30 * 24)
  await expect(openPrivateLink(publicly(after), token, 'track')).rejects.toMatchObject({
    kind: 'not_found',
  })
})

test('Q-16: an unknown number, a misheard one and another’s phone are answered alike', async () => {
  const ticket = await aTicket(database.db)
  const other = await aTicket(database.db)
  const answers = await Promise.all(
    [
      { number: 'R999999-0', phone: ticket.phone },
      { number: 'nonsense', phone: ticket.phone },
      { number: ticket.number, phone: other.phone },
    ].map((asked) =>
      trackTicket(publicly(), asked, fresh()).catch((error: { code: string; kind: string }) => [
        error.kind,
        error.code,
      ]),
    ),
  )
  expect(answers).toEqual(Array(3).fill(['invalid', 'ticketNotFound']))
})

describe('Q-17: it is tried in measure', () => {
  test('for one number, from many addresses', async () => {
    const ticket = await aTicket(database.db)
    const asked = { number: ticket.number, phone: '+8613900000000' }
    for (let n = 0; n < 10; n += 1) {
      await expect(trackTicket(publicly(), asked, fresh())).rejects.toMatchObject({
        kind: 'invalid',
      })
    }
    await expect(
      trackTicket(publicly(), { ...asked, phone: ticket.phone }, fresh()),
    ).rejects.toMatchObject({ kind: 'too_many' })
    const later = publicly(addHours(tuesdayMorning, 1))
    await trackTicket(later, { ...asked, phone: ticket.phone }, fresh())
  })

  test('for many numbers, from one address', async () => {
    const from = fresh()
    const ticket = await aTicket(database.db)
    for (let n = 0; n < 30; n += 1) {
      const asked = { number: `guess ${n}`, phone: ticket.phone }
      await expect(trackTicket(publicly(), asked, from)).rejects.toMatchObject({ kind: 'invalid' })
    }
    await expect(
      trackTicket(publicly(), { number: ticket.number, phone: ticket.phone }, from),
    ).rejects.toMatchObject({ kind: 'too_many' })
  })
})

describe('Q-15: a private link', () => {
  async function aLink(purpose: 'track' | 'rate' = 'track') {
    const ticket = await aTicket(database.db)
    const id = await inTransaction(publicly(), (tx) =>
      makePrivateLink(tx, { purpose, ticketId: ticket.id }),
    )
    return { id, token: linkToken(id) }
  }
  const missing = { kind: 'not_found' }

  test('has 192 bits, is stored hashed, and is not used up by being read', async () => {
    const { id, token } = await aLink()
    expect(Buffer.from(token, 'base64url')).toHaveLength(24)
    const [row] = await database.db.select().from(privateLinks).where(eq(privateLinks.id, id))
    expect(row?.tokenHash).toBe(hashToken(token))
    for (let n = 0; n < 3; n += 1) await openPrivateLink(publicly(), token, 'track')
  })

  test('opens nothing of another purpose, revoked, or made up', async () => {
    const { id, token } = await aLink('rate')
    await expect(openPrivateLink(publicly(), token, 'track')).rejects.toMatchObject(missing)
    await expect(openPrivateLink(publicly(), newToken(), 'rate')).rejects.toMatchObject(missing)
    await expect(openPrivateLink(publicly(), '../../x', 'rate')).rejects.toMatchObject(missing)
    await openPrivateLink(publicly(), token, 'rate')
    await database.db
      .update(privateLinks)
      .set({ revokedAt: tuesdayMorning })
      .where(eq(privateLinks.id, id))
    await expect(openPrivateLink(publicly(), token, 'rate')).rejects.toMatchObject(missing)
  })
})
