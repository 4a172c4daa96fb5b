import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { crews } from '#db/schema/crews.ts'
import { visits } from '#db/schema/visits.ts'
import { findTicket } from '#app/domain/tickets/index.server.ts'
import { formatter } from '#app/i18n/format.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { publicUrl } from '#app/platform/listener.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { companyZone } from '#app/platform/time.server.ts'
import { phrasesInUse } from './read-phrases.server.ts'
import { fillPhrase, type PhraseValue, sayPlaces, unfilledIn } from './values.ts'

/**
 * KB-2: what may be said to this ticket's customer, in their language, with the ticket's own values filled in; what suits
 * its kind comes first. Titles are in the clerk's language.
 */
export async function phrasesForTicket(ctx: Ctx<StaffActor>, number: string) {
  authorize(ctx.actor, 'ticket:message')
  const ticket = await findTicket(ctx, number)
  const [rows, values] = await Promise.all([phrasesInUse(ctx), valuesOf(ctx, ticket)])
  const suiting = rows.filter(({ kinds }) => kinds.length === 0 || kinds.includes(ticket.kind))
  const special = suiting.filter(({ kinds }) => kinds.length > 0)
  const general = suiting.filter(({ kinds }) => kinds.length === 0)
  return [...special, ...general].map((phrase) => {
    const body = fillPhrase(ticket.locale === 'en' ? phrase.bodyEn : phrase.bodyZh, values)
    return {
      id: phrase.id,
      title: ctx.locale === 'en' ? phrase.titleEn : phrase.titleZh,
      body: sayPlaces(body, ticket.locale),
      unfilled: unfilledIn(body),
    }
  })
}

async function valuesOf(
  ctx: Ctx<StaffActor>,
  ticket: Awaited<ReturnType<typeof findTicket>>,
): Promise<Partial<Record<PhraseValue, string>>> {
  const [{ company }, visit] = await Promise.all([currentSettings(ctx), nextVisit(ctx, ticket.id)])
  const format = formatter(ticket.locale, companyZone(), ctx.now())
  const [start, end] = [visit?.start.toISOString(), visit?.end.toISOString()]
  const crew = ticket.locale === 'en' ? visit?.crewEn : visit?.crewZh
  return {
    name: ticket.name,
    number: ticket.number,
    product: ticket.product,
    colleague: ctx.actor.name,
    hotline: company.hotline,
    // The private link is told by the mail around it: a token never stands in a text that is kept.
    link: `${publicUrl()}/track`,
    ...(start && end ? { window: `${format.day(start)} ${format.span(start, end)}` } : {}),
    ...(crew ? { crew } : {}),
  }
}

/** The next one the customer agreed to. */
async function nextVisit(ctx: Ctx, ticketId: number) {
  const [visit] = await ctx.db
    .select({
      start: visits.windowStart,
      end: visits.windowEnd,
      crewZh: crews.nameZh,
      crewEn: crews.nameEn,
    })
    .from(visits)
    .leftJoin(crews, eq(crews.id, visits.crewId))
    .where(
      and(
        eq(visits.ticketId, ticketId),
        inArray(visits.status, ['confirmed', 'on_the_way', 'arrived', 'working']),
        gt(visits.windowEnd, ctx.now()),
      ),
    )
    .orderBy(asc(visits.windowStart))
    .limit(1)
  return visit
}
