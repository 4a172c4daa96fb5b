import type { Locale } from '#db/vocabulary/locales.ts'
import {
  problemCategories,
  ticketChannels,
  type TicketKind,
  type TicketStatus,
} from '#db/vocabulary/tickets.ts'
import { generator, type Generator, nth } from '../generator.ts'
import { productTexts } from '../texts/catalogue.ts'
import { places } from '../texts/places.ts'
import * as words from './texts.ts'

/** Every day has the dispatcher's full day of Q-26, and every ticket one visit or two. */
export const crewsCount = 40
export const visitsADay = 320
export const storesCount = 50
export const desk = 30
const hour = 3_600_000
const day = 24 * hour

/** How large, beginning with what chance, and until when: the last visits are two days ahead of `today`. */
export interface Size {
  tickets: number
  seed: number
  /** Midnight in the company's zone. */
  today: Date
}

export const visitsOf = ({ tickets }: Size) => Math.floor(tickets * 1.5)
export const customersOf = ({ tickets }: Size) => Math.ceil(tickets * 0.3)
export const ordersOf = ({ tickets }: Size) => Math.ceil(tickets * 0.2)

/** Chance of one row's own, so that any row can be told without those before it. */
export const chanceOf = (size: Size, of: number, i: number): Generator =>
  generator(Math.imul(size.seed + of * 0x9e3779b9, 0x85ebca6b) ^ Math.imul(i + 1, 0xc2b2ae35))

export interface Customer {
  name: string
  phone: string
  email: string | null
  address: string
  locale: Locale
  area: number
}

/** Customer `i`, from 0; a fifth reads English. */
export function customer(size: Size, i: number): Customer {
  const random = chanceOf(size, 1, i)
  const locale = random.chance(0.2) ? 'en' : 'zh-CN'
  // Common names are met again and again, as they are in life.
  const family = words.familyNames[Math.min(random.integer(0, 47), random.integer(0, 47))]!
  const given = () => words.givenNames[random.integer(0, words.givenNames.length - 1)]!
  const name =
    locale === 'en'
      ? `${random.pick(words.englishGiven)} ${random.pick(words.englishFamily)}`
      : family + given() + (random.chance(0.7) ? given() : '')
  const area = random.integer(0, places.length - 1)
  const place = places[area]!
  const [zh, en] = random.pick(place.estates)
  const building = random.integer(1, 40)
  const room = `${random.integer(1, 30)}0${random.integer(1, 4)}`
  return {
    name,
    phone: `+86139${String((i * 7919) % 100_000_000).padStart(8, '0')}`,
    email: random.chance(0.3) ? `c${i}@example.test` : null,
    address:
      locale === 'en'
        ? `Room ${room}, Building ${building}, ${en}, ${place.en}`
        : `${place.zh}${zh} ${building} 幢 ${room} 室`,
    locale,
    area,
  }
}

/** Ticket `i` has the visits from `3i/2` on, one when `i` is even. */
export const visitsOfTicket = (i: number): number[] => {
  const first = Math.floor(i * 1.5)
  return i % 2 === 0 ? [first] : [first, first + 1]
}
export const ticketOfVisit = (v: number) => Math.floor((v * 2) / 3)

/** The crew's time of a visit: each crew has eight of an hour a day, from eight o'clock on. */
export function slotOf(size: Size, v: number) {
  const fromEnd = Math.ceil(visitsOf(size) / visitsADay) - 1 - Math.floor(v / visitsADay)
  const midnight = size.today.getTime() + (2 - fromEnd) * day
  const place = v % visitsADay
  const start = midnight + 8 * hour + Math.floor(place / crewsCount) * 1.25 * hour
  const window =
    midnight + 8 * hour + Math.floor((start - midnight - 8 * hour) / (2 * hour)) * 2 * hour
  return {
    crew: place % crewsCount,
    start: new Date(start),
    end: new Date(start + hour),
    windowStart: new Date(window),
    windowEnd: new Date(Math.max(window + 4 * hour, start + hour)),
    ahead: midnight >= size.today.getTime(),
  }
}

export type LargeTicket = ReturnType<typeof ticket>

/** Ticket `i`, from 0, in the order in which they came. */
export function ticket(size: Size, i: number) {
  const random = chanceOf(size, 2, i)
  const slot = slotOf(size, visitsOfTicket(i)[0]!)
  const createdAt = new Date(
    slot.start.getTime() - 2 * day + ((i * 1.5) % visitsADay) * 40_000 - random.integer(0, 30_000),
  )
  const by = random.integer(0, customersOf(size) - 1)
  const who = customer(size, by)
  const say = words.wordings[who.locale]
  const product = nth(productTexts, Math.min(random.integer(0, 30), random.integer(0, 30)))
  const category = random.pick(problemCategories)
  const sentence = () =>
    say.sentence(
      random.pick(say.parts),
      random.pick(say.problems[category]),
      random.pick(say.since),
    )
  const status = statusOf(size, i, slot.ahead, random)
  const asked = random.chance(0.5) ? random.pick(say.asked) : null
  return {
    id: i + 1,
    createdAt,
    by,
    who,
    status,
    category,
    product: `${product[who.locale === 'en' ? 'en' : 'zh']} ${product.model}`,
    productId: productTexts.indexOf(product) + 1,
    description: [sentence(), ...(random.chance(0.4) ? [sentence()] : []), random.pick(say.wishes)]
      .filter(Boolean)
      .join(who.locale === 'en' ? ' ' : ''),
    kind: kindOf(size, i, random),
    channel: random.pick(ticketChannels),
    store: random.integer(0, storesCount - 1),
    owner: status === 'new' || random.chance(0.1) ? null : random.integer(0, desk - 1),
    severity:
      status === 'new' ? null : (random.pick([1, 2, 3, 3, 3, 4, 4] as const) as 1 | 2 | 3 | 4),
    tags: random.chance(0.08) ? [random.pick(words.tags)] : [],
    asked,
    answered: asked ? random.pick(say.answered) : null,
    note: random.chance(0.4) ? random.pick(say.notes) : null,
    work: random.pick(say.work),
    done: random.pick(say.done),
    order: random.chance(0.4) ? random.integer(0, ordersOf(size) - 1) : null,
    /** Minutes from now until the next promise is due; negative when it is overdue. */
    due: random.integer(-240, 4000),
    followUp: random.chance(0.1),
  }
}

/** One in fifty is a complaint. */
function kindOf(size: Size, i: number, random: Generator): TicketKind {
  const kind = random.chance(0.75)
    ? ('repair' as const)
    : random.pick(['install', 'delivery', 'exchange', 'parts', 'enquiry', 'return'] as const)
  return chanceOf(size, 3, i).chance(0.02) ? 'complaint' : kind
}

/** Whoever waits for a visit is scheduled; of the latest others some are still open, as many as a desk has. */
function statusOf(size: Size, i: number, ahead: boolean, random: Generator): TicketStatus {
  const drawn = random.integer(0, 99)
  if (ahead) return 'scheduled'
  const waiting = Math.floor((3 * visitsADay) / 1.5)
  const fromEnd = size.tickets - waiting - i
  if (fromEnd < Math.min(size.tickets * 0.2, 2400)) {
    return drawn < 15
      ? 'new'
      : drawn < 40
        ? 'triaged'
        : drawn < 60
          ? 'paused'
          : drawn < 75
            ? 'resolved'
            : 'closed'
  }
  return drawn < 96 ? 'closed' : 'cancelled'
}
