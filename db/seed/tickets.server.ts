import type { Locale } from '#db/vocabulary/locales.ts'
import type { ticketChannels, TicketKind } from '#db/vocabulary/tickets.ts'
import type { Customer } from './customers.server.ts'
import { type Doer, happen, note, say, type TicketDraft } from './draft.ts'
import { nth } from './generator.ts'
import { pictureOf } from './pictures.server.ts'
import { notAfterNow, type Telling } from './telling.ts'
import { talk } from './texts/conversation.ts'
import { type Matter, matters } from './texts/matters.ts'
import type { City } from './texts/places.ts'
import { workingTimeAfter, workingTimeBefore } from './working-hours.server.ts'

type Channel = (typeof ticketChannels)[number]

/** IN-1, as often as each is used. */
const channels: readonly Channel[] = [
  ...(['portal', 'phone', 'portal', 'portal', 'hotline', 'portal', 'counter'] as const),
  ...(['portal', 'phone', 'portal', 'staff', 'portal', 'portal', 'phone'] as const),
  ...(['letter', 'portal', 'portal', 'media', 'portal'] as const),
]

/** People write letters about what went wrong, not to have something delivered. */
function channelOf(kind: TicketKind, turn: number): Channel {
  const channel = nth(channels, turn)
  return kind !== 'repair' && (channel === 'letter' || channel === 'media') ? 'phone' : channel
}

export interface Opening {
  kind: TicketKind
  locale: Locale
  city: City
  /** Only from these areas. */
  areas?: readonly string[]
  /** Working minutes before now. */
  age: number
  matter: Matter
  channel?: Channel
  /** Somebody known already, at a moment of their own. */
  from?: { customer: Customer; at: Date; taker: Doer }
}

/** Chooses what a customer comes with; each list is gone through before it begins again. */
export function makeMatterQueue() {
  const turns = new Map<string, number>()
  return (
    kind: Exclude<TicketKind, 'complaint'>,
    locale: Locale,
    which: 'any' | 'pictured' | 'by_phone' = 'any',
  ): Matter => {
    const all = matters[locale][kind]
    const fitting = all.filter(
      ({ scene, byPhone }) => (which !== 'pictured' || scene) && (which !== 'by_phone' || byPhone),
    )
    const list = fitting.length > 0 ? fitting : all
    const key = `${kind} ${locale} ${which}`
    const turn = turns.get(key) ?? 0
    turns.set(key, turn + 1)
    const matter = nth(list, turn)
    if (turn < list.length) return matter
    return { ...matter, words: joined(locale, matter.words, nth(talk[locale].further, turn)) }
  }
}

const joined = (locale: Locale, ...sentences: string[]) =>
  sentences.join(locale === 'en' ? ' ' : '')

/** IN-1: a matter on the register, as nobody has looked at it yet. */
export function open(telling: Telling, opening: Opening): TicketDraft {
  const { random, team, tickets } = telling
  const { kind, locale, matter, age, from } = opening
  const customer = from?.customer ?? telling.nextCustomer(locale, opening)
  const channel = opening.channel ?? channelOf(kind, tickets.length)
  const at = from?.at ?? notAfterNow(telling, workingTimeBefore(telling.now, age))
  const owner = kind === 'complaint' ? team.manager : nth(team.desk, tickets.length)
  const receiver = channel === 'counter' ? team.guide : nth(team.desk, tickets.length)
  const taker = from?.taker ?? (channel === 'portal' ? 'customer' : receiver)
  const ticket: TicketDraft = {
    matter,
    customer,
    owner,
    row: {
      kind,
      status: 'new',
      category: matter.category,
      channel,
      product: matter.product,
      description: matter.words,
      name: customer.name,
      phone: customer.phone,
      email: customer.email,
      address: customer.address,
      areaId: customer.areaId,
      preferredDays: random.chance(0.6) ? random.pick(talk[locale].preferredDays) : '',
      locale,
      takenBy: typeof taker === 'string' ? null : taker.id,
      version: 1,
      createdAt: at,
      updatedAt: at,
    },
    events: [],
    messages: [],
    notes: [],
    visits: [],
    pictures: [],
  }
  tickets.push(ticket)
  happen(ticket, 'registered', at, taker, { data: { channel } })
  return ticket
}

/** The customer's own pictures, sent with the report or, after a call, from the private link. */
export function sendPictures(telling: Telling, ticket: TicketDraft): void {
  const { scene } = ticket.matter
  if (!scene) return
  const views = telling.random.chance(0.5) ? (['wide', 'close'] as const) : (['wide'] as const)
  const withReport = ticket.row.channel === 'portal'
  const at = withReport ? ticket.row.createdAt : after(telling, ticket.row.createdAt, 35)
  for (const view of views) {
    ticket.pictures.push({
      stage: withReport ? 'report' : 'track',
      picture: pictureOf(scene, view),
      name: `IMG_${telling.random.integer(1000, 9999)}.jpg`,
      by: null,
      at,
    })
  }
  if (!withReport) happen(ticket, 'photos_added', at, 'customer', { data: { count: views.length } })
}

/** Working minutes later, but never after now. */
export const after = (telling: Telling, instant: Date, minutes: number) =>
  notAfterNow(telling, workingTimeAfter(instant, minutes))

/** IN-2, IN-4: the desk takes it, calls and assesses it. @returns when that was done */
export function takeUp(telling: Telling, ticket: TicketDraft): Date {
  const { random } = telling
  const { row, owner, matter } = ticket
  const called = after(telling, row.createdAt, random.chance(0.85) ? random.integer(1, 5) : 22)
  row.firstContactAt = called
  happen(ticket, 'first_contact', called, owner)
  const assessed = after(telling, called, random.integer(2, 9))
  row.severity = matter.severity
  happen(ticket, 'triaged', assessed, owner, {
    to: 'triaged',
    data: { severity: [null, matter.severity] },
  })
  if (row.ownerId !== owner.id) {
    row.ownerId = owner.id
    happen(ticket, 'owner_changed', assessed, owner, { data: { owner: [null, owner.name] } })
  }
  if (matter.severity === 1) happen(ticket, 'escalated', assessed, owner)
  const noted =
    matter.note ?? (random.chance(0.3) ? random.pick(talk[row.locale].notes) : undefined)
  if (noted) note(ticket, after(telling, assessed, random.integer(1, 12)), owner, noted)
  return assessed
}

/** A few words both ways. @returns when the last was said */
export function converse(telling: Telling, ticket: TicketDraft, from: Date): Date {
  let at = from
  const { exchanges, repairExchanges } = talk[ticket.row.locale]
  const fitting = ticket.row.kind === 'repair' ? [...exchanges, ...repairExchanges] : exchanges
  for (const [who, words] of telling.random.pick(fitting)) {
    at = after(telling, at, telling.random.integer(4, 40))
    say(ticket, at, who === 'staff' ? ticket.owner : 'customer', words)
  }
  return at
}

/** IN-7: solved; when and how the customer is told is in the words. */
export function resolve(ticket: TicketDraft, at: Date, solution: string): void {
  Object.assign(ticket.row, { solution, resolvedAt: at })
  happen(ticket, 'resolved', at, ticket.owner, { to: 'resolved', data: { solution } })
}

export function close(ticket: TicketDraft, at: Date): void {
  ticket.row.closedAt = at
  happen(ticket, 'closed', at, ticket.owner, { to: 'closed' })
}

export function reopen(ticket: TicketDraft, at: Date, reason: string): void {
  Object.assign(ticket.row, { resolvedAt: null, closedAt: null, solution: null })
  happen(ticket, 'reopened', at, ticket.owner, { to: 'triaged', data: { reason } })
}
