import { and, asc, eq, gte, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm'
import { staff, staffRoles } from '#db/schema/accounts.ts'
import { crews } from '#db/schema/crews.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { refused } from '#app/platform/errors.ts'
import { publicUrl } from '#app/platform/listener.server.ts'
import { addDays, dayOf, instantAt } from '#app/platform/time.server.ts'
import { uidOf } from './entry-uid.server.ts'
import { renew, revoke, tokenOf } from './feed.server.ts'
import type { FeedForm } from './feed-form.ts'
import { type CalendarEntry, writeCalendar } from './write-calendar.ts'

/** From how many days ago and for how many ahead a crew's calendar goes. */
const reach = { back: 31, ahead: 93 }

interface Subscriber {
  crewId: number
  staffId: string
}

/** What the crew's page says of its member's calendar: a token, or null while there is none. */
export async function crewFeed(ctx: Ctx<StaffActor>): Promise<string | null> {
  const { crewId, id: staffId } = ctx.actor
  return crewId === null ? null : tokenOf(ctx, { crewId, staffId })
}

export async function changeCrewFeed(ctx: Ctx<StaffActor>, { feed }: FeedForm): Promise<void> {
  authorize(ctx.actor, 'visit:work')
  const { crewId, id: staffId } = ctx.actor
  if (crewId === null) throw refused('noCrewForCalendar')
  await inTransaction(ctx, async (tx) => {
    await tx.db.select({ id: staff.id }).from(staff).where(eq(staff.id, staffId)).for('update')
    await (feed === 'renew' ? renew : revoke)(tx, { crewId, staffId })
  })
}

/**
 * The crew's visits as its member subscribes to them, or null when that colleague is shut out or in this crew no
 * more: then the address has stopped for good.
 */
export async function calendarOfCrew(ctx: Ctx, subscriber: Subscriber): Promise<string | null> {
  const { crewId, staffId } = subscriber
  const [member] = await ctx.db
    .select({ locale: staff.locale, crewZh: crews.nameZh, crewEn: crews.nameEn })
    .from(staff)
    .innerJoin(crews, eq(crews.id, staff.crewId))
    .innerJoin(staffRoles, and(eq(staffRoles.staffId, staff.id), eq(staffRoles.role, 'crew')))
    .where(and(eq(staff.id, staffId), eq(staff.crewId, crewId), isNull(staff.disabledAt)))
  if (!member) {
    await revoke(ctx, subscriber)
    return null
  }
  const locale = member.locale ?? 'zh-CN'
  const t = translate(locale)
  const rows = await visitsOf(ctx, crewId)
  const entries = rows.map((visit): CalendarEntry => ({
    uid: uidOf(visit),
    sequence: visit.version,
    cancelled: visit.status === 'cancelled',
    start: visit.start,
    end: visit.end,
    summary: t('words:calendar.stop', {
      skill: t(`words:skill.${visit.skill}`),
      name: visit.name,
    }),
    location: visit.address,
    details: [
      visit.work,
      visit.product,
      visit.phone,
      t('words:calendar.ticket', { number: visit.number }),
    ].filter((line) => line !== ''),
    url: `${publicUrl()}/crew/visits/${visit.id}`,
  }))
  const name = locale === 'en' ? member.crewEn : member.crewZh
  return writeCalendar({ name, now: ctx.now() }, entries)
}

async function visitsOf(ctx: Ctx, crewId: number) {
  const today = dayOf(ctx.now())
  const [from, to] = [addDays(today, -reach.back), addDays(today, reach.ahead)]
  const rows = await ctx.db
    .select({
      id: visits.id,
      status: visits.status,
      skill: visits.skill,
      work: visits.work,
      start: sql<Date>`${visits.plannedStart}`.mapWith(visits.plannedStart),
      end: sql<Date>`${visits.plannedEnd}`.mapWith(visits.plannedEnd),
      version: visits.version,
      createdAt: visits.createdAt,
      name: tickets.name,
      phone: tickets.phone,
      address: tickets.address,
      product: tickets.product,
      number: tickets.number,
    })
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .where(
      and(
        eq(visits.crewId, crewId),
        ne(visits.status, 'proposed'),
        isNotNull(visits.plannedEnd),
        gte(visits.plannedStart, instantAt(from, '00:00')),
        lt(visits.plannedStart, instantAt(to, '00:00')),
      ),
    )
    .orderBy(asc(visits.plannedStart), asc(visits.id))
  return rows
}
