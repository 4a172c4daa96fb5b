import type { WholeTicket } from '#app/domain/tickets/read-ticket.server.ts'
import { callChannels } from '#app/domain/tickets/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import { withExtras } from './talk-extras-view.server.ts'

/** The conversation with its files and with what still waits to go out; only on an open ticket may that be sent. */
export const wholeTalk = (ctx: Ctx<StaffActor>, whole: WholeTicket, open = false) =>
  withExtras(talkOf(ctx, whole), whole.extras, {
    number: open && may(ctx.actor, 'ticket:message') ? whole.ticket.number : null,
    mayReview: may(ctx.actor, 'mail:review'),
  })

/** The conversation as one thread: what came in first, messages both ways, notes, and what belongs between them. */
function talkOf(
  ctx: Ctx<StaffActor>,
  { ticket, merged, messages, unreached, notes, events, names }: WholeTicket,
) {
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  const first = {
    kind: 'first' as const,
    key: 'first',
    at: ticket.createdAt.toISOString(),
    who: ticket.name,
    channel: ticket.channel,
    writtenBy: nameOf(ticket.takenBy),
    body: ticket.description,
    from: null,
  }
  /** IN-6: which of the merged ones it was said on. */
  const from = fromOf(merged)
  const firsts = merged.map((one) => ({
    kind: 'first' as const,
    key: `f${one.id}`,
    at: one.createdAt.toISOString(),
    who: one.name,
    channel: one.channel,
    writtenBy: nameOf(one.takenBy),
    body: one.description,
    from: one.number,
  }))
  /** How what a colleague wrote down reached them, by the message's key. */
  const channels = new Map(
    events.flatMap(({ kind, data }) =>
      kind === 'message_from_customer' ? [[Number(data.messageId), data.channel] as const] : [],
    ),
  )
  const channelOf = (id: number) =>
    callChannels.find((channel) => channel === channels.get(id)) ?? 'phone'
  const told = messages.map((message) => ({
    kind: message.direction,
    key: `m${message.id}`,
    at: message.createdAt.toISOString(),
    who: message.direction === 'from_customer' ? ticket.name : nameOf(message.authorId),
    authorId: message.authorId,
    writtenDown:
      message.direction === 'from_customer' && message.authorId !== null
        ? { channel: channelOf(message.id), by: nameOf(message.authorId) }
        : null,
    from: from(message.ticketId),
    body: message.body,
    mailId: message.mailId,
    mail: message.mailChannel === 'log' ? ('unreached' as const) : message.mailStatus,
    mailSentAt: message.mailSentAt?.toISOString() ?? null,
  }))
  const noted = notes.map((note) => ({
    kind: 'note' as const,
    key: `n${note.id}`,
    at: note.createdAt.toISOString(),
    who: nameOf(note.authorId),
    authorId: note.authorId,
    body: note.body,
    from: from(note.ticketId),
  }))
  const between = events.flatMap((event) => {
    if (
      event.kind !== 'photos_added' &&
      event.kind !== 'first_contact' &&
      event.kind !== 'call_missed'
    ) {
      return []
    }
    return {
      kind: event.kind,
      key: `e${event.id}`,
      at: event.at.toISOString(),
      who: event.actorKind === 'customer' ? ticket.name : nameOf(event.actorId),
      count: Number(event.data.count ?? 1),
      from: from(event.ticketId),
    }
  })
  const toCall = unreached.map((message) => ({
    kind: 'unreached' as const,
    key: `u${message.id}`,
    at: message.createdAt.toISOString(),
    who: ticket.name,
    messageId: may(ctx.actor, 'message-log:read') ? message.id : null,
    template: message.template,
    from: null,
  }))
  const rest = [...firsts, ...told, ...noted, ...between, ...toCall].sort((a, b) =>
    a.at.localeCompare(b.at),
  )
  return [first, ...rest]
}

export const fromOf = (merged: WholeTicket['merged']) => (ticketId: number) =>
  merged.find(({ id }) => id === ticketId)?.number ?? null
