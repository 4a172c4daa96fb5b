import { and, asc, eq, exists, gt, inArray, ne, notInArray, or, sql, type SQL } from 'drizzle-orm'
import { ticketEvents } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { Locale } from '#db/vocabulary/locales.ts'
import { findTicketById, type Ticket } from '#app/domain/tickets/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { uidOf } from './entry-uid.server.ts'
import { renew, revoke, tokenOf } from './feed.server.ts'
import type { FeedForm } from './feed-form.ts'
import { type CalendarEntry, writeCalendar } from './write-calendar.ts'

/** What of a ticket's visits its customer was told of, ever (Q-13). */
const told = (ticketId: number): SQL =>
  and(
    eq(visits.ticketId, ticketId),
    or(
      notInArray(visits.status, ['proposed', 'cancelled']),
      exists(
        sql`(select 1 from ${ticketEvents} where ${and(
          eq(ticketEvents.ticketId, ticketId),
          eq(ticketEvents.visitId, visits.id),
          inArray(ticketEvents.kind, ['visit_booked', 'visit_confirmed', 'visit_cancelled']),
          sql`coalesce((${ticketEvents.data} ->> 'told')::boolean, true)`,
        )})`,
      ),
    ),
  )!

/** How long before a visit a calendar reminds of it. */
const remindMinutes = 120

/** Still to come: what the customer puts into a calendar once, as a file. */
const toCome = (ctx: Ctx): SQL =>
  and(notInArray(visits.status, ['cancelled', 'finished']), gt(visits.windowEnd, ctx.now()))!

/** The same and what was cancelled of it, so that a calendar that has it already gives it up. */
const toComeOrNot = (ctx: Ctx): SQL =>
  and(ne(visits.status, 'finished'), gt(visits.windowEnd, ctx.now()))!

/** The visits still to come and those cancelled, marked, as a file to keep. */
export async function calendarFileOfTicket(ctx: Ctx<CustomerActor>) {
  const ticket = await findTicketById(ctx, ctx.actor.ticketId)
  return {
    name: `${ticket.number}.ics`,
    text: await write(ctx, ticket, ctx.locale, toComeOrNot(ctx)),
  }
}

/** All of the ticket's visits, the cancelled ones marked, for whoever subscribes to them. */
export async function calendarOfTicket(ctx: Ctx, ticketId: number): Promise<string> {
  const ticket = await findTicketById({ ...ctx, actor: { kind: 'customer', ticketId } }, ticketId)
  return write(ctx, ticket, ticket.locale)
}

/** What the ticket's page says of calendars. */
export async function ticketCalendar(ctx: Ctx<CustomerActor>) {
  const { ticketId } = ctx.actor
  const [next] = await ctx.db
    .select({ id: visits.id })
    .from(visits)
    .where(and(told(ticketId), toCome(ctx)))
    .limit(1)
  return { toCome: next !== undefined, feed: await tokenOf(ctx, { ticketId }) }
}

export async function changeTicketFeed(ctx: Ctx<CustomerActor>, { feed }: FeedForm): Promise<void> {
  const { ticketId } = ctx.actor
  await inTransaction(ctx, async (tx) => {
    await findTicketById(tx, ticketId, { lock: true })
    await (feed === 'renew' ? renew : revoke)(tx, { ticketId })
  })
}

async function write(ctx: Ctx, ticket: Ticket, locale: Locale, which?: SQL): Promise<string> {
  const { company } = await currentSettings(ctx)
  const t = translate(locale)
  const name = locale === 'en' ? company.nameEn : company.nameZh
  const rows = await ctx.db
    .select({
      id: visits.id,
      status: visits.status,
      skill: visits.skill,
      work: visits.work,
      start: visits.windowStart,
      end: visits.windowEnd,
      version: visits.version,
      createdAt: visits.createdAt,
    })
    .from(visits)
    .where(and(told(ticket.id), which))
    .orderBy(asc(visits.windowStart), asc(visits.id))
  const entries = rows.map((visit): CalendarEntry => ({
    uid: uidOf(visit),
    sequence: visit.version,
    cancelled: visit.status === 'cancelled',
    start: visit.start,
    end: visit.end,
    summary: t('words:calendar.summary', {
      company: name,
      service: t(`book:service.${visit.skill}`),
    }),
    location: ticket.address,
    details: [
      visit.work,
      t('words:calendar.ticket', { number: ticket.number }),
      t('words:calendar.hotline', { hotline: company.hotline }),
    ],
    remindMinutes,
  }))
  const title = t('words:calendar.name', { company: name, number: ticket.number })
  return writeCalendar({ name: title, now: ctx.now() }, entries)
}
