import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { checklistItems, visits } from '#db/schema/visits.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { messages } from '#db/schema/messages.ts'
import { ticketEvents, tickets } from '#db/schema/tickets.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { only } from '#test/factories/serial.ts'

/** `HH:MM` in Shanghai on the Tuesday of the tests, or some days later. */
export const at = (time: string, days = 0) =>
  new Date(new Date(`2026-03-10T${time}:00+08:00`).getTime() + days * 86_400_000)

export const visitNow = async (db: Db, id: number) =>
  only(await db.select().from(visits).where(eq(visits.id, id)))

export const ticketNow = async (db: Db, id: number) =>
  only(await db.select().from(tickets).where(eq(tickets.id, id)))

export const eventsOf = async (db: Db, ticketId: number) =>
  db
    .select({ kind: ticketEvents.kind, data: ticketEvents.data, visitId: ticketEvents.visitId })
    .from(ticketEvents)
    .where(eq(ticketEvents.ticketId, ticketId))
    .orderBy(ticketEvents.id)

export const mailsOf = async (db: Db, ticketId: number) =>
  db.select().from(messages).where(eq(messages.ticketId, ticketId)).orderBy(messages.createdAt)

export const followUpsOf = async (db: Db, ticketId: number) =>
  db.select().from(followUps).where(eq(followUps.ticketId, ticketId))

export async function aChecklist(db: Db) {
  return db
    .insert(checklistItems)
    .values([
      { skill: 'repair', position: 1, textZh: '穿鞋套', textEn: 'Shoe covers on', must: true },
      { skill: 'repair', position: 2, textZh: '铺保护垫', textEn: 'Mat laid', must: false },
      { skill: 'repair', position: 3, textZh: '开合十次', textEn: 'Opened ten times', must: true },
    ])
    .returning()
}

export const asActor = (db: Db, actor: StaffActor, now = tuesdayMorning) =>
  contextOf(db, actor, { now })
