import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { hear } from '#db/client.server.ts'
import {
  beAt,
  forgetGone,
  goFrom,
  lookAt,
  othersAt,
  sayWriting,
} from '#app/domain/desk/index.server.ts'
import { writeNote } from '#app/domain/tickets/write-note.server.ts'
import { type LiveDesk, liveDesk } from '#app/platform/live-desk.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const aTab = () => `tab-of-somebody-${serial()}`
const later = (seconds: number) => new Date(tuesdayMorning.getTime() + seconds * 1000)

async function scene() {
  const { db } = database
  const [me, other] = [await aColleague(db, 'desk'), await aColleague(db, 'caller')]
  const ticket = await aTicket(db)
  const at = (now: Date) => ({
    mine: contextOf(db, me, { now }),
    theirs: contextOf(db, other, { now }),
  })
  return { db, me, other, ticket, ...at(tuesdayMorning), at }
}

describe('Q-6 who else has a ticket open', () => {
  test('each colleague once, with whether they write, and never oneself', async () => {
    const { other, ticket, mine, theirs } = await scene()
    const [one, two] = [aTab(), aTab()]
    await beAt(mine, { tab: aTab(), ticketId: ticket.id })
    await beAt(theirs, { tab: one, ticketId: ticket.id })
    await beAt(theirs, { tab: two, ticketId: ticket.id })
    expect(await othersAt(mine, ticket.id)).toEqual([{ name: other.name, writing: false }])
    await sayWriting(theirs, { tab: one, writing: 'yes' })
    // The page's sign of life leaves it as it is.
    await beAt(theirs, { tab: one, ticketId: ticket.id })
    expect(await othersAt(mine, ticket.id)).toEqual([{ name: other.name, writing: true }])
    await sayWriting(theirs, { tab: one, writing: 'no' })
    expect(await othersAt(mine, ticket.id)).toEqual([{ name: other.name, writing: false }])
  })

  test('a page that went to another ticket is there, and writes nothing yet', async () => {
    const { ticket, mine, theirs } = await scene()
    const next = await aTicket(database.db)
    const tab = aTab()
    await beAt(theirs, { tab, ticketId: ticket.id })
    await sayWriting(theirs, { tab, writing: 'yes' })
    await beAt(theirs, { tab, ticketId: next.id })
    expect(await othersAt(mine, ticket.id)).toEqual([])
    expect(await othersAt(mine, next.id)).toMatchObject([{ writing: false }])
    // The stream of the page before ends later than the next begins.
    await goFrom(theirs, { tab, ticketId: ticket.id }, later(1))
    expect(await othersAt(mine, next.id)).toHaveLength(1)
  })

  test('closed it is gone, unless it came back; what a crash left is forgotten', async () => {
    const { ticket, mine, theirs, at } = await scene()
    const tab = aTab()
    await beAt(theirs, { tab, ticketId: ticket.id })
    await beAt(at(later(2)).theirs, { tab, ticketId: ticket.id })
    await goFrom(theirs, { tab, ticketId: ticket.id }, later(1))
    expect(await othersAt(mine, ticket.id)).toHaveLength(1)
    expect(await othersAt(at(later(120)).mine, ticket.id)).toEqual([])
    await forgetGone(at(later(3600)).mine)
    expect(await othersAt(mine, ticket.id)).toEqual([])
  })

  test('nobody speaks for another’s page', async () => {
    const { ticket, mine, theirs } = await scene()
    const tab = aTab()
    await beAt(theirs, { tab, ticketId: ticket.id })
    await sayWriting(mine, { tab, writing: 'yes' })
    await beAt(mine, { tab, ticketId: ticket.id })
    await goFrom(mine, { tab, ticketId: ticket.id }, later(9))
    expect(await othersAt(mine, ticket.id)).toMatchObject([{ writing: false }])
    const warehouse = contextOf(database.db, await aColleague(database.db, 'warehouse'))
    await expect(sayWriting(warehouse, { tab, writing: 'yes' })).rejects.toThrow('forbidden')
  })
})

describe('Q-6 an open page hears of it', () => {
  let desk: LiveDesk
  let end: () => Promise<void>
  beforeAll(async () => {
    desk = liveDesk({ db: database.db, now: () => tuesdayMorning })
    await new Promise<void>((begun) => {
      end = hear(database.url, 'desk', {
        heard: (message) => desk.heard(message),
        listening: begun,
      }).end
    })
  })
  afterAll(() => end())
  const leaving: (() => void)[] = []
  afterEach(() => {
    for (const leave of leaving.splice(0)) leave()
    expect(desk.count()).toBe(0)
  })

  function aPage(ticketId: number | null) {
    const told: string[] = []
    leaving.push(
      desk.join({
        ticketId,
        sessionId: 'nobody',
        allowed: () => true,
        tell: (change) => void told.push(change),
        end: () => {},
      }),
    )
    return told
  }
  const aWhile = () => new Promise((resolve) => setTimeout(resolve, 600))

  test('the ticket’s own of what happens and who comes, a queue of what happens to any', async () => {
    const { ticket, mine, theirs } = await scene()
    const another = await aTicket(database.db)
    await aWhile()
    const [its, other, queue] = [aPage(ticket.id), aPage(another.id), aPage(null)]
    await writeNote(theirs, ticket.number, {
      body: '@nobody 问过',
      submissionKey: `a-key-for-one-form-${serial()}`,
    })
    await vi.waitFor(() => expect(its).toEqual([`ticket ${ticket.id}`]))
    const tab = aTab()
    await beAt(theirs, { tab, ticketId: ticket.id })
    await vi.waitFor(() => expect(its).toContain(`presence ${ticket.id}`))
    its.length = 0
    await beAt(theirs, { tab, ticketId: ticket.id })
    await lookAt(mine, ticket.number, { event: 1_000_000 })
    await aWhile()
    expect(its).toEqual([])
    await sayWriting(theirs, { tab, writing: 'yes' })
    await vi.waitFor(() => expect(its).toEqual([`presence ${ticket.id}`]))
    expect(other).toEqual([])
    expect(queue).toEqual([`ticket ${ticket.id}`])
  })

  test('after a silence every page looks again', async () => {
    const page = aPage(7)
    desk.listening()
    desk.listening()
    await vi.waitFor(() => expect(page).toEqual(['all']))
    desk.heard('nonsense')
    desk.heard('ticket x')
    await aWhile()
    expect(page).toEqual(['all'])
  })
})
