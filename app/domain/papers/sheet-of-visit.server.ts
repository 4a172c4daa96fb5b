import { notFound } from '#app/platform/errors.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { dayOf, spanOfDay } from '#app/platform/time.server.ts'
import type { JobSheet } from './job-sheet.ts'
import { placed } from './papers-of-day.server.ts'
import { rowOf, rowsOfDay } from './sheet-rows.server.ts'
import { sheetsOf } from './sheets-of.server.ts'

/** DS-5: the job sheet of one visit, whatever became of it. @throws DomainError not_found */
export async function sheetOfVisit(ctx: Ctx, id: number): Promise<JobSheet> {
  authorize(ctx.actor, 'visit:read')
  const row = await rowOf(ctx, id)
  if (!row) throw notFound()
  const { crew, plannedStart } = row
  const [day, [sheet]] = await Promise.all([
    crew && plannedStart ? rowsOfDay(ctx, spanOfDay(dayOf(plannedStart)), crew.id) : [],
    sheetsOf(ctx, [row]),
  ])
  const place = placed(day).find((one) => one.id === id)
  return { ...sheet!, position: place?.position ?? null, stops: day.length }
}
