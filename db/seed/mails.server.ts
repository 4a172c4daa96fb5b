import type { EmailTemplate } from '#db/vocabulary/messages.ts'
import type { TicketEventKind } from '#db/vocabulary/tickets.ts'
import type { FactsOf, Message } from '#app/domain/messages/index.server.ts'
import { cutOffOf } from '#app/domain/windows/index.server.ts'
import { emailParams } from '#app/jobs/email-params.server.ts'
import { dayOf } from '#app/platform/time.server.ts'
import type { EventDraft, TicketDraft } from './draft.ts'
import { link, type LinkRow } from './links.server.ts'
import { receiptNumber } from './rows-homes.server.ts'
import type { Telling } from './telling.ts'
import { moment } from './visits.server.ts'

interface Mails {
  rows: Message[]
  links: LinkRow[]
}

/** What caused a mail. */
interface Cause {
  ticket: TicketDraft
  event: EventDraft
  linkId: string
}

type Writer<T extends EmailTemplate> = (cause: Cause) => FactsOf<T>

const start = (event: EventDraft) => event.visit!.row.windowStart.toISOString()
const end = (event: EventDraft) => event.visit!.row.windowEnd.toISOString()
const whom = ({ ticket: { row } }: Cause) => ({ name: row.name, number: row.number! })

const confirmed =
  (telling: Telling): Writer<'visit-confirmed'> =>
  (cause) => ({
    ...whom(cause),
    changeUntil: changeUntil(cause.event, telling),
    start: start(cause.event),
    end: end(cause.event),
    linkId: cause.linkId,
    // The crew of then: it may have lost the visit since.
    crewZh: String(cause.event.data?.crewZh),
    crewEn: String(cause.event.data?.crewEn),
    work: cause.event.visit!.row.work,
  })

const changeUntil = (event: EventDraft, { settings }: Telling) =>
  cutOffOf(dayOf(event.visit!.row.windowStart), settings).toISOString()

const booked =
  (telling: Telling): Writer<'visit-booked'> =>
  (cause) => {
    const visit = cause.event.visit!
    const linked = cause.ticket.visits.find(({ afterVisit }) => afterVisit === visit)
    return {
      ...whom(cause),
      start: start(cause.event),
      end: end(cause.event),
      linkId: cause.linkId,
      changeUntil: changeUntil(cause.event, telling),
      service: visit.row.skill,
      address: cause.ticket.row.address,
      second: linked
        ? {
            service: linked.row.skill,
            start: moment(linked.row.windowStart),
            end: moment(linked.row.windowEnd),
          }
        : null,
    }
  }

const reminded =
  (telling: Telling): Writer<'visit-reminder'> =>
  (cause) => ({
    ...whom(cause),
    start: start(cause.event),
    end: end(cause.event),
    linkId: cause.linkId,
    changeUntil: changeUntil(cause.event, telling),
    service: cause.event.visit!.row.skill,
    work: cause.event.visit!.row.work,
    address: cause.ticket.row.address,
  })

const received: Writer<'ticket-received'> = (cause) => ({
  ...whom(cause),
  product: cause.ticket.row.product,
  description: cause.ticket.row.description,
  address: cause.ticket.row.address,
  linkId: cause.linkId,
})

const moved =
  (telling: Telling): Writer<'visit-moved'> =>
  (cause) => {
    const data = cause.event.data as {
      start: [string, string]
      end: [string, string]
      reason: string
    }
    const { work: _, ...facts } = confirmed(telling)(cause)
    const service = cause.event.visit!.row.skill
    return { ...facts, service, oldStart: data.start[0], oldEnd: data.end[0], reason: data.reason }
  }

const cancelled: Writer<'visit-cancelled'> = (cause) => ({
  ...whom(cause),
  start: start(cause.event),
  end: end(cause.event),
  linkId: cause.linkId,
  service: cause.event.visit!.row.skill,
  reason: cause.event.visit!.row.cancelReason!,
})

const short =
  (telling: Telling): Writer<'visit-parts-short'> =>
  (cause) => {
    const { note, expectedOn = null } = cause.event.data as { note: string; expectedOn?: string }
    return {
      ...whom(cause),
      start: start(cause.event),
      end: end(cause.event),
      linkId: cause.linkId,
      changeUntil: changeUntil(cause.event, telling),
      service: cause.event.visit!.row.skill,
      note,
      expectedOn,
    }
  }

const dayFacts = (cause: Cause) => ({
  ...whom(cause),
  start: start(cause.event),
  end: end(cause.event),
  linkId: cause.linkId,
  service: cause.event.visit!.row.skill,
})

const later: Writer<'visit-late'> = (cause) => {
  const delay = cause.event.visit!.home!.delays.find(({ toldAt }) => toldAt === cause.event.at)!
  const { reason, note = '', expectedAt } = delay
  return { ...dayFacts(cause), reason, note, expectedAt: moment(expectedAt) }
}

const notAtHome: Writer<'customer-no-show'> = (cause) => ({
  ...dayFacts(cause),
  arrivedAt: moment(cause.event.visit!.row.arrivedAt!),
  late: false,
  calls: cause.ticket.events.filter(({ data }) => data?.outcome === 'no_answer').length,
})

const nobodyCame: Writer<'crew-no-show'> = (cause) => ({
  ...dayFacts(cause),
  reason: cause.event.visit!.row.cancelReason!,
})

const receipt =
  ({ team }: Telling): Writer<'custody-receipt'> =>
  (cause) => {
    const { home, crew } = cause.event.visit!
    const { id, row } = home!.taken.find((one) => one.row.takenAt === cause.event.at)!
    const { purpose, item, condition, reason = '', backOn = null, takenAt, handedBy } = row
    return {
      ...whom(cause),
      ...{ receipt: receiptNumber(id!), purpose, item, condition, reason, backOn, handedBy },
      takenAt: moment(takenAt),
      takenBy: team.crews[crew!.place]![0]!.name,
      ...{ crewZh: crew!.nameZh, crewEn: crew!.nameEn },
      address: cause.ticket.row.address,
      linkId: cause.linkId,
    }
  }

const toldIn = ({ ticket, event }: Cause) =>
  ticket.messages.find(({ data }) => data === event.data)!

const written: Writer<'message-to-customer'> = (cause) => ({
  ...whom(cause),
  author: cause.ticket.owner.name,
  body: toldIn(cause).row.body,
  linkId: cause.linkId,
})

const resolved: Writer<'ticket-resolved'> = (cause) => ({
  ...whom(cause),
  solution: cause.ticket.row.solution!,
  linkId: cause.linkId,
})

/** A handful of each day's mails: the newest of each kind. */
export async function makeMails(telling: Telling, rate: readonly LinkRow[]): Promise<Mails> {
  const mails: Mails = { rows: [], links: [] }

  const write = async <T extends EmailTemplate>(
    template: T,
    kind: TicketEventKind,
    count: number,
    facts: Writer<T>,
    fits: (event: EventDraft) => boolean = () => true,
  ) => {
    for (const { ticket, event } of newest(telling, kind, fits).slice(0, count)) {
      const track = link(telling, ticket, 'track', event.at)
      mails.links.push(track)
      const cause = { ticket, event, linkId: track.id }
      const row = await mail(telling, template, facts(cause), cause)
      mails.rows.push(row)
      if (template === 'message-to-customer') toldIn(cause).row.mailId = row.id
    }
  }
  const rateLinkOf = ({ visit }: EventDraft) => rate.find(({ visitId }) => visitId === visit?.id)
  const finished: Writer<'visit-finished'> = (cause) => ({
    ...received(cause),
    workDone: cause.event.visit!.row.workDone!,
    rateLinkId: rateLinkOf(cause.event)!.id,
    rateUntil: rateLinkOf(cause.event)!.expiresAt!.toISOString(),
  })

  await write(
    'ticket-received',
    'registered',
    3,
    received,
    ({ actorKind }) => actorKind === 'customer',
  )
  await write(
    'visit-confirmed',
    'visit_confirmed',
    2,
    confirmed(telling),
    ({ visit }) => !!visit!.crew,
  )
  await write('visit-booked', 'visit_booked', 2, booked(telling), ({ visit }) => !visit!.afterVisit)
  await write('visit-reminder', 'reminded', 1, reminded(telling))
  await write('visit-moved', 'visit_moved', 1, moved(telling))
  await write('visit-parts-short', 'visit_marked', 1, short(telling))
  await write('visit-cancelled', 'visit_cancelled', 1, cancelled)
  await write('visit-late', 'late_told', 1, later)
  await write('customer-no-show', 'customer_no_show', 1, notAtHome)
  await write('crew-no-show', 'crew_no_show', 1, nobodyCame)
  await write('custody-receipt', 'item_taken', 2, receipt(telling))
  await write('visit-finished', 'work_finished', 2, finished, (event) => !!rateLinkOf(event))
  await write('message-to-customer', 'message_to_customer', 2, written)
  await write('ticket-resolved', 'resolved', 1, resolved, ({ visit }) => !visit)
  return mails
}

/** Events of this kind on tickets whose customer has an address, latest first. */
function newest({ tickets }: Telling, kind: TicketEventKind, fits: (event: EventDraft) => boolean) {
  return tickets
    .filter(({ row }) => row.email)
    .flatMap((ticket) =>
      ticket.events
        .filter((event) => event.kind === kind && fits(event))
        .map((event) => ({ ticket, event })),
    )
    .sort((a, b) => b.event.at.getTime() - a.event.at.getTime())
}

/** Written in full and not sent: the demo has no mail provider, and its addresses are nobody's. */
async function mail<T extends EmailTemplate>(
  { random, settings }: Telling,
  template: T,
  facts: FactsOf<T>,
  { ticket, event }: Cause,
): Promise<Message> {
  const message: Message = {
    id: random.uuid(),
    template,
    locale: ticket.row.locale,
    channel: 'mail',
    recipient: ticket.row.email!,
    ticketId: ticket.id!,
    visitId: event.visit?.id ?? null,
    staffId: null,
    params: { ...facts },
    status: 'no_provider',
    subject: null,
    text: null,
    html: null,
    attempts: 0,
    error: null,
    providerId: null,
    heldUntil: null,
    createdAt: event.at,
    sentAt: null,
  }
  // The templates are loaded by whoever needs them, not by every start.
  const { renderEmail } = await import('#emails/index.ts')
  const rendering = await renderEmail(
    message.template,
    message.locale,
    emailParams(message, settings),
  )
  return { ...message, ...rendering }
}
