import type postgres from 'postgres'
import type { Site } from '#test/setup/site.ts'

/** A visit of crew 1 for the very beginning of today, so that nothing the demo planned is in its way. */
export async function aVisitForCrewOne(
  sql: postgres.Sql,
  minute: number,
  { status = 'confirmed' }: { status?: 'confirmed' | 'working' | 'finished' } = {},
): Promise<number> {
  const [visit] = await sql<{ id: number }[]>`
    insert into visits (ticket_id, status, skill, work, window_start, window_end, duration_minutes, planned_start,
      planned_end, crew_id, set_out_at, arrived_at, started_at, finished_at, work_done, created_at)
    select t.id, ${status}, 'repair', '调平三扇门', day.start, day.start + interval '23 hours', 5,
      day.start + ${minute} * interval '1 minute', day.start + ${minute + 1} * interval '1 minute', s.crew_id,
      ${status === 'confirmed' ? null : new Date()}, ${status === 'confirmed' ? null : new Date()},
      ${status === 'confirmed' ? null : new Date()}, ${status === 'finished' ? new Date() : null},
      ${status === 'finished' ? '三扇门调平了' : null}, now()
    from staff s,
      (select date_trunc('day', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai' as start) day,
      (select id from tickets where status = 'scheduled' and locale = 'zh-CN' order by id limit 1) t
    where s.email = 'crew1@demo.test' returning id`
  return Number(visit!.id)
}

/** Two visits without a crew, in one window some days ahead on which crew 1 works. */
export async function twoVisitsToAssign(sql: postgres.Sql): Promise<[number, number]> {
  const rows = await sql<{ id: number }[]>`
    insert into visits (ticket_id, skill, work, window_start, window_end, duration_minutes, created_at)
    select t.id, 'repair', '看一看', day.start + interval '10 hours', day.start + interval '11 hours', 60, now()
    from (select date_trunc('week', now() at time zone 'Asia/Shanghai') + interval '15 days' as local) week,
      lateral (select week.local at time zone 'Asia/Shanghai' as start) day,
      (select id from tickets where status = 'triaged' and area_id in (
         select area_id from crew_areas join staff using (crew_id) where email = 'crew1@demo.test'
       ) order by id limit 2) t
    returning id`
  return [Number(rows[0]!.id), Number(rows[1]!.id)]
}

export const crewOneOf = async (site: Site) => {
  const sql = site.database.connect({ max: 1 })
  const [row] = await sql<{ id: number }[]>`
    select crew_id as id from staff where email = 'crew1@demo.test'`
  return Number(row!.id)
}
