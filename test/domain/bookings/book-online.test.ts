import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { siteChecks, windows } from '#db/schema/bookings.ts'
import { orders } from '#db/schema/customers.ts'
import { messages } from '#db/schema/messages.ts'
import { ticketEvents, tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import {
  bookingAnswersOf,
  type BookingAnswers,
  bookingErrorsIn,
  bookOnline,
  calendarView,
  followingOffer,
  homeQuestionsOf,
  inReadersWords,
  orderToBook,
  takeTime,
} from '#app/domain/bookings/index.server.ts'
import { findDraft, openPrivateLink } from '#app/domain/tickets/index.server.ts'
import { listWindows, makeWindowsOf } from '#app/domain/windows/index.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { addDays } from '#app/platform/time.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { anonymous, contextOf } from '#test/factories/context.ts'
import { aCrew } from '#test/factories/crews.ts'
import { aCustomer, anOrder } from '#test/factories/customers.ts'
import { aPhone, only, serial } from '#test/factories/serial.ts'
import { anArea } from '#test/factories/stores.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const db = () => database.db
const publicly = () => contextOf(db(), anonymous)
/** The Wednesday after the Tuesday of the tests. */
const wednesday = '2026-03-11'
const days = [wednesday, addDays(wednesday, 1)]
const here = '192.0.2.1'

/** A new district with one crew for each list of skills, and windows for two days. */
async function supply(...skills: ('repair' | 'install' | 'delivery' | 'survey')[][]) {
  const district = `新区${serial()}`
  const area = await anArea(db(), { nameZh: district, districts: [district] })
  for (const own of skills) await aCrew(db(), { skills: own, homeAreaId: area.id })
  const job = contextOf(db(), { kind: 'job' })
  await inTransaction(job, (tx) => makeWindowsOf(tx, days))
  return { area, address: `上海市${district}漕溪路 1 号` }
}

type Supply = Awaited<ReturnType<typeof supply>>

const free = ({ area }: Supply, service: 'repair' | 'install' | 'delivery' = 'repair') =>
  listWindows(publicly(), { service, areaId: area.id })

function said({ address }: Supply, window: { id: number; day: string }, more: BookingAnswers = {}) {
  return {
    service: 'repair',
    phone: aPhone(),
    name: '林晓岚',
    address,
    day: window.day,
    window: String(window.id),
    ...more,
  } satisfies BookingAnswers
}

async function booked(answers: BookingAnswers, token: string | null = null) {
  const outcome = await bookOnline(publicly(), { token, patch: answers }, here)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors))
  return outcome.sent
}

const ticketOf = async (number: string) =>
  only(await db().select().from(tickets).where(eq(tickets.number, number)))
const visitsOf = async (number: string) =>
  db()
    .select()
    .from(visits)
    .where(eq(visits.ticketId, (await ticketOf(number)).id))
    .orderBy(visits.windowStart)

/** An order of a customer, all of whose goods are there. */
async function readyOrder(facts: Partial<typeof orders.$inferInsert> = {}) {
  const customer = await aCustomer(db())
  const order = await anOrder(db(), {
    customerId: customer.id,
    status: 'checked',
    name: customer.name,
    phone: customer.phone,
    deliveredOn: null,
    readyAt: new Date('2026-03-09T02:00:00Z'),
    agreeBy: new Date('2026-03-12T02:00:00Z'),
    ...facts,
  })
  return { orderNumber: order.number, phone: customer.phone, id: order.id }
}

describe('BK-1: a homeowner books a visit', () => {
  test('with its ticket, its visit on a crew, its link, its mail and what was said of the home', async () => {
    const place = await supply(['repair'])
    const [window] = await free(place)
    const { number, token } = await booked(
      said(place, window!, {
        email: 'lin@example.test',
        what: '衣柜门关不上',
        lift: 'no',
        floor: '5',
        parking: 'nearby',
        takeAway: '旧床一张',
        roomReady: 'yes',
      }),
    )
    const ticket = await ticketOf(number)
    expect(ticket).toMatchObject({
      kind: 'repair',
      channel: 'portal',
      status: 'scheduled',
      product: '衣柜门关不上',
      areaId: place.area.id,
    })
    const visit = only(await visitsOf(number))
    expect(visit).toMatchObject({ status: 'confirmed', windowId: window!.id, skill: 'repair' })
    expect(visit.crewId).not.toBeNull()
    expect(await openPrivateLink(publicly(), token, 'track')).toMatchObject({ ticketId: ticket.id })
    const mails = await db().select().from(messages).where(eq(messages.ticketId, ticket.id))
    expect(mails.map(({ template, recipient }) => ({ template, recipient }))).toEqual([
      { template: 'visit-booked', recipient: 'lin@example.test' },
    ])
    const home = await db().select().from(siteChecks).where(eq(siteChecks.ticketId, ticket.id))
    expect(only(home)).toMatchObject({
      lift: false,
      floor: 5,
      parking: 'nearby',
      takeAway: '旧床一张',
      roomReady: true,
    })
    const kinds = await db()
      .select({ kind: ticketEvents.kind, by: ticketEvents.actorKind })
      .from(ticketEvents)
      .where(and(eq(ticketEvents.ticketId, ticket.id)))
    expect(kinds).toContainEqual({ kind: 'visit_booked', by: 'customer' })
  })

  test('what is missing or makes no sense is told field by field, and nothing is made', async () => {
    const place = await supply(['repair'])
    const outcome = await bookOnline(
      publicly(),
      { token: null, patch: { service: 'party', phone: '12', window: 'x', floor: '0' } },
      here,
    )
    expect(outcome).toMatchObject({
      ok: false,
      errors: {
        service: 'validation:service',
        phone: 'validation:phone',
        name: 'validation:name',
        address: 'validation:address',
        day: 'validation:day',
        window: 'validation:window',
        floor: 'validation:floor',
      },
    })
    const [window] = await free(place)
    const otherDay = said(place, { id: window!.id, day: addDays(wednesday, 5) })
    expect(await bookOnline(publicly(), { token: null, patch: otherDay }, here)).toMatchObject({
      ok: false,
      errors: { window: 'validation:window' },
    })
  })

  test('a window of another area or service is to be chosen again', async () => {
    const [here1, there] = [await supply(['repair', 'install']), await supply(['repair'])]
    const [window] = await free(there)
    const wrong = { ok: false, errors: { window: 'validation:window' } }
    const foreign = said(here1, window!)
    expect(await bookOnline(publicly(), { token: null, patch: foreign }, here)).toMatchObject(wrong)
    const [own] = await free(here1)
    const otherService = said(here1, own!, { service: 'install' })
    expect(await bookOnline(publicly(), { token: null, patch: otherService }, here)).toMatchObject(
      wrong,
    )
  })
})

describe('BK-2: a window is never overbooked', () => {
  test('Q-1: of 20 at once for the last place one wins, the others are told it is gone', async () => {
    const place = await supply(['repair'])
    const [window] = await free(place)
    for (let left = window!.places; left > 1; left--) await booked(said(place, window!))
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () => booked(said(place, window!))),
    )
    const lost = all
      .filter((one) => one.status === 'rejected')
      .map(({ reason }) => reason as unknown)
    expect(lost).toHaveLength(19)
    for (const reason of lost)
      expect(reason).toMatchObject({ kind: 'conflict', code: 'windowGone' })
    const row = only(await db().select().from(windows).where(eq(windows.id, window!.id)))
    expect(row.bookedMinutes).toBeLessThanOrEqual(row.capacityMinutes)
    expect((await free(place)).map(({ id }) => id)).not.toContain(window!.id)
  })

  test('a window that is over, or never was, is gone too', async () => {
    const place = await supply(['repair'])
    const [window] = await free(place)
    const late = contextOf(db(), anonymous, { now: new Date('2026-03-15T02:00:00Z') })
    const gone = { code: 'windowGone' }
    await expect(
      bookOnline(late, { token: null, patch: said(place, window!) }, here),
    ).rejects.toMatchObject(gone)
    const never = said(place, { id: 999_999_999, day: window!.day })
    await expect(bookOnline(publicly(), { token: null, patch: never }, here)).rejects.toMatchObject(
      gone,
    )
  })
})

describe('Q-5: one booking however often it is sent', () => {
  test('30 times at once on the last place: one visit, 30 same answers', async () => {
    const place = await supply(['repair'])
    const [window] = await free(place)
    for (let left = window!.places; left > 1; left--) await booked(said(place, window!))
    const token = newToken()
    const answers = said(place, window!)
    const all = await Promise.all(Array.from({ length: 30 }, () => booked(answers, token)))
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(await visitsOf(all[0]!.number)).toHaveLength(1)
  })

  test('with another body under the same token it is refused and named', async () => {
    const place = await supply(['repair'])
    const [window] = await free(place)
    const token = newToken()
    const answers = said(place, window!)
    const sent = await booked(answers, token)
    await expect(booked({ ...answers, name: '别人' }, token)).rejects.toMatchObject({
      code: 'bookingAlreadySent',
      values: { ...sent },
    })
    expect(await booked(answers, token)).toEqual(sent)
  })

  test('what was typed is kept when it was not taken', async () => {
    const place = await supply(['repair'])
    const token = newToken()
    const [window] = await free(place)
    const patch = { ...said(place, window!), phone: 'abc' }
    await bookOnline(publicly(), { token, patch }, here)
    expect((await findDraft(publicly(), token))?.answers).toMatchObject({
      name: '林晓岚',
      phone: 'abc',
    })
  })
})

describe('a delivery and its installation', () => {
  const both = () => supply(['delivery'], ['install'])

  test('are booked in one go, the second linked to the first', async () => {
    const place = await both()
    const [delivery] = await free(place, 'delivery')
    const install = (await free(place, 'install')).find(({ start }) => start >= delivery!.end)!
    const order = await readyOrder()
    const { number } = await booked(
      said(place, delivery!, {
        service: 'delivery',
        install: String(install.id),
        orderNumber: order.orderNumber.toLowerCase(),
        phone: order.phone,
      }),
    )
    const [first, second] = await visitsOf(number)
    expect(first).toMatchObject({ skill: 'delivery', afterVisitId: null })
    expect(second).toMatchObject({ skill: 'install', afterVisitId: first!.id })
    expect(await ticketOf(number)).toMatchObject({ kind: 'delivery', orderId: order.id })
    const row = only(await db().select().from(orders).where(eq(orders.id, order.id)))
    expect(row.agreedAt).not.toBeNull()
  })

  test('never the second first', async () => {
    const place = await both()
    const windowsOfDelivery = await free(place, 'delivery')
    const [install] = await free(place, 'install')
    const later = windowsOfDelivery.find(({ end }) => end > install!.start)!
    const answers = said(place, later, { service: 'delivery', install: String(install!.id) })
    expect(await bookOnline(publicly(), { token: null, patch: answers }, here)).toMatchObject({
      ok: false,
      errors: { install: 'validation:installAfter' },
    })
  })

  test('when the installation’s window is gone, neither is booked', async () => {
    const place = await both()
    const [delivery] = await free(place, 'delivery')
    const install = (await free(place, 'install')).find(({ start }) => start >= delivery!.end)!
    for (let left = install.places; left > 0; left--) {
      await booked(said(place, install, { service: 'install' }))
    }
    const answers = said(place, delivery!, { service: 'delivery', install: String(install.id) })
    await expect(booked(answers)).rejects.toMatchObject({ code: 'installGone' })
    const row = only(await db().select().from(windows).where(eq(windows.id, delivery!.id)))
    expect(row.bookedVisits).toBe(0)
  })

  test('are offered together: only what comes after the first window of the day', async () => {
    const place = await both()
    const view = await calendarView(publicly(), { service: 'delivery', areaId: place.area.id })
    const offer = await followingOffer(publicly(), {
      service: 'delivery',
      areaId: place.area.id,
      windows: view.windows,
    })
    expect(offer!.options.length).toBeGreaterThan(1)
    const after = (await free(place, 'install')).filter(
      ({ start }) => start.toISOString() >= view.windows[0]!.end,
    )
    expect(offer!.options.map(({ id }) => id)).toEqual(after.map(({ id }) => id))
    expect(offer!.options.filter(({ day }) => day === days[1]).length).toBeGreaterThan(1)
    expect(
      await followingOffer(publicly(), {
        service: 'repair',
        areaId: place.area.id,
        windows: view.windows,
      }),
    ).toBeNull()
  })
})

describe('what an order allows', () => {
  test('its number is found as people copy it, with its own phone alone', async () => {
    const n = serial()
    const { phone } = await readyOrder({ number: `YQ-3${n}` })
    const ask = async (orderNumber: string, by = phone) =>
      (await orderToBook(publicly(), { service: 'delivery', orderNumber, phone: by }, '192.0.2.8'))
        ?.order.number
    for (const typed of [`yq-3${n}`, `YQ3${n}`, ` y q 3${n}`, `YQ—3${n}`, `ＹＱ－3${n}`]) {
      expect(await ask(typed)).toBe(`YQ-3${n}`)
    }
    expect(await ask(`YQ3${n}`, aPhone())).toBeUndefined()
    expect(await ask(`YQ3${n}0`)).toBeUndefined()
    expect(await ask('--')).toBeUndefined()
  })

  test('number and phone that don’t go together are answered as a number nobody has', async () => {
    const { orderNumber } = await readyOrder()
    const ask = (orderNumber: string) =>
      orderToBook(publicly(), { service: 'delivery', orderNumber, phone: aPhone() }, '192.0.2.9')
    expect(await ask(orderNumber)).toBeNull()
    expect(await ask('NOBODY-1')).toBeNull()
  })

  test('BK-5: a delivery waits for the goods, and is booked once', async () => {
    const place = await supply(['delivery'])
    const waiting = await readyOrder({ readyAt: null, agreeBy: null })
    const [window] = await free(place, 'delivery')
    const asked = (order: { orderNumber: string; phone: string }) =>
      said(place, window!, {
        service: 'delivery',
        orderNumber: order.orderNumber,
        phone: order.phone,
      })
    await expect(booked(asked(waiting))).rejects.toMatchObject({ code: 'orderNotReady' })
    const delivered = await readyOrder({ deliveredOn: '2026-03-01' })
    await expect(booked(asked(delivered))).rejects.toMatchObject({ code: 'orderDelivered' })
    const ready = await readyOrder()
    const { number } = await booked(asked(ready))
    await expect(booked(asked(ready))).rejects.toMatchObject({
      code: 'deliveryBooked',
      values: { number },
    })
  })

  test('the same order twice at once is delivered once', async () => {
    const place = await supply(['delivery'], ['delivery'])
    const [window, other] = await free(place, 'delivery')
    const { orderNumber, phone } = await readyOrder()
    const ask = (one: typeof window) =>
      booked(said(place, one!, { service: 'delivery', orderNumber, phone }))
    const all = await Promise.allSettled([ask(window), ask(other)])
    expect(all.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('an installation follows the delivery, which must be booked or made', async () => {
    const place = await supply(['delivery'], ['install'])
    const { orderNumber, phone } = await readyOrder()
    const installs = await free(place, 'install')
    const install = (window: (typeof installs)[number]) =>
      bookOnline(
        publicly(),
        { token: null, patch: said(place, window, { service: 'install', orderNumber, phone }) },
        here,
      )
    await expect(install(installs[0]!)).rejects.toMatchObject({ code: 'installBeforeDelivery' })
    const delivery = (await free(place, 'delivery'))[1]!
    const { number } = await booked(
      said(place, delivery, { service: 'delivery', orderNumber, phone }),
    )
    expect(await install(installs[0]!)).toMatchObject({
      ok: false,
      errors: { window: 'validation:installAfter' },
    })
    const after = installs.find(({ start }) => start >= delivery.end)!
    const outcome = await install(after)
    expect(outcome).toMatchObject({ ok: true })
    const first = only(await visitsOf(number))
    const second = only(await visitsOf(outcome.ok ? outcome.sent.number : ''))
    expect(second.afterVisitId).toBe(first.id)
  })
})

test('the step on which the time is chosen keeps the day it means', async () => {
  const place = await supply(['repair'])
  const token = newToken()
  const [window] = await free(place)
  const { patch, errors } = await takeTime(
    publicly(),
    token,
    said(place, window!, { day: '' }),
    here,
  )
  expect(errors).toEqual({})
  expect(patch.day).toBe(window!.day)
})

describe('an address of another city', () => {
  test('is doubted, whatever district was chosen, and even where one of ours has the same name', async () => {
    const place = await supply(['repair'])
    const [window] = await free(place)
    const area = String(place.area.id)
    for (const city of ['北京市', '南昌']) {
      const address = `${city}${place.area.nameZh}建国路 1 号`
      expect(
        await bookOnline(
          publicly(),
          { token: null, patch: said(place, window!, { address, area }) },
          here,
        ),
      ).toMatchObject({ ok: false, errors: { address: 'validation:addressElsewhere' } })
    }
    const near = said(place, window!, { address: '北京路 1 号', area })
    expect(await bookOnline(publicly(), { token: null, patch: near }, here)).toMatchObject({
      ok: true,
    })
  })
})

test('whoever can’t say something of the home has said nothing', async () => {
  const place = await supply(['repair'])
  const [window] = await free(place)
  const { number } = await booked(
    said(place, window!, { lift: 'unsure', floor: '3', parking: 'unsure' }),
  )
  const { id } = await ticketOf(number)
  const home = only(await db().select().from(siteChecks).where(eq(siteChecks.ticketId, id)))
  expect(home).toMatchObject({ lift: null, floor: 3, parking: null, roomReady: null })
  expect(homeQuestionsOf('repair')).toEqual(['floor', 'parking'])
})

describe('what a booking is about', () => {
  test('is said once: the goods, or the customer’s words, which stand as both only when long', async () => {
    const place = await supply(['repair'])
    const [window, other] = await free(place)
    const about = async (what: string, at = window!) => {
      const { product, description } = await ticketOf(
        (await booked(said(place, at, { what }))).number,
      )
      return { product, description }
    }
    expect(await about('衣柜门关不上')).toEqual({
      product: '衣柜门关不上',
      description: '网上预约：维修',
    })
    const long = '衣柜门关不上。'.repeat(30)
    expect((await about(long, other)).description).toBe(long)
  })

  test('is read in the reader’s language where the words are ours', async () => {
    const place = await supply(['delivery'])
    const [window] = await free(place, 'delivery')
    const { orderNumber, phone } = await readyOrder()
    const { number } = await booked(
      said(place, window!, { service: 'delivery', orderNumber, phone }),
    )
    const ticket = await ticketOf(number)
    expect(ticket.product).toBe('推拉门衣柜 × 1')
    const english = await inReadersWords(contextOf(db(), anonymous, { locale: 'en' }), ticket)
    expect(english(ticket.product)).toBe('Sliding-door wardrobe × 1')
    expect(english(ticket.description)).toBe('Booked online: Delivery')
    expect(english('衣柜门关不上')).toBe('衣柜门关不上')
    const chinese = await inReadersWords(publicly(), ticket)
    expect(chinese(ticket.description)).toBe(ticket.description)
  })
})

test('without an order, the first step wants it described', () => {
  const order = { service: 'repair', phone: '13900000001' }
  expect(bookingErrorsIn(order, 'order')).toEqual({ what: 'validation:orderOrWhat' })
  expect(bookingErrorsIn({ ...order, what: '柜门' }, 'order')).toEqual({})
  expect(bookingErrorsIn({}, 'home')).toEqual({})
  expect(bookingErrorsIn({ ...order, phone: '' }, 'order').phone).toBe('validation:phoneMissing')
  expect(Object.keys(bookingErrorsIn({}, 'contact'))).toEqual(['address', 'name'])
  expect(bookingAnswersOf(new FormData(), 'time')).toEqual({ window: '', install: '' })
})

describe('the calendar', () => {
  test('shows two weeks from Monday on, the first day with something free, and no day that is past', async () => {
    const place = await supply(['repair'])
    const view = await calendarView(publicly(), { service: 'repair', areaId: place.area.id })
    expect(view.weeks.flat().map(({ day }) => day)[0]).toBe('2026-03-09')
    expect(view.weeks.flat()).toHaveLength(14)
    expect(view.day).toBe(wednesday)
    expect(view.weeks[0]!.slice(0, 2).map(({ free }) => free)).toEqual([0, 0])
    expect(view).toMatchObject({ earlier: null, later: '2026-03-23', any: true })
  })

  test('later weeks, nonsense, and windows that must come after another', async () => {
    const place = await supply(['repair'])
    const of = (more: object) =>
      calendarView(publicly(), { service: 'repair', areaId: place.area.id, ...more })
    expect(await of({ from: '2026-03-25' })).toMatchObject({ day: null, windows: [], any: true })
    expect((await of({ from: '2026-03-25' })).earlier).toBe('2026-03-09')
    expect((await of({ day: '1999-01-01' })).day).toBe(wednesday)
    const all = await of({})
    const after = new Date(all.windows[1]!.start)
    expect((await of({ after })).windows.map(({ id }) => id)).toEqual(
      all.windows.slice(1).map(({ id }) => id),
    )
  })
})
