import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { spanOfDay } from '#app/platform/time.server.ts'
import { grouped } from './grouped.ts'
import type { JobSheet } from './job-sheet.ts'
import { rowsOfDay } from './sheet-rows.server.ts'
import { sheetsOf } from './sheets-of.server.ts'

export interface CrewPapers {
  crew: NonNullable<JobSheet['crew']>
  /** In the order of the day. */
  sheets: JobSheet[]
}

/** DS-5: what crews take along on a day, crew by crew; of one with `crewId`. Whoever has nothing to do has no paper. */
export async function papersOfDay(
  ctx: Ctx,
  day: string,
  crewId: number | null = null,
): Promise<CrewPapers[]> {
  authorize(ctx.actor, 'visit:read')
  const sheets = await sheetsOf(ctx, await rowsOfDay(ctx, spanOfDay(day), crewId))
  return [...grouped(sheets, ({ crew }) => crew?.id).values()].flatMap((own) => {
    const crew = own[0]?.crew
    return crew
      ? [{ crew, sheets: placed(own).map((sheet) => ({ ...sheet, stops: own.length })) }]
      : []
  })
}

/** What is still to be done of a day's papers; each keeps its number in the day. @returns it and how much is left out */
export function stillToDo(papers: readonly CrewPapers[]): { papers: CrewPapers[]; done: number } {
  const open = papers.map((one) => ({
    ...one,
    sheets: one.sheets.filter(({ status }) => status !== 'finished'),
  }))
  const count = (some: readonly CrewPapers[]) => some.flatMap(({ sheets }) => sheets).length
  return {
    papers: open.filter(({ sheets }) => sheets.length > 0),
    done: count(papers) - count(open),
  }
}

/** Each with its number in the crew's day, from 1. */
export const placed = <T extends object>(day: readonly T[]): (T & { position: number })[] =>
  day.map((one, i) => ({ ...one, position: i + 1 }))
