import { sql } from 'drizzle-orm'
import { ticketViews } from '#db/schema/desk.ts'
import type { Db } from '#db/client.server.ts'
import { companyZone } from '#app/platform/time.server.ts'
import type { Telling } from './telling.ts'

/** When each ticket is to be looked at again, tags the desk goes by, and views everybody sees. */
export async function fillQueues(db: Db, { now, team }: Telling): Promise<void> {
  await db.execute(sql`
    update tickets set follow_up_at = last.created_at
    from (
      select distinct on (ticket_id) ticket_id, direction, created_at
      from ticket_messages order by ticket_id, id desc
    ) as last
    where last.ticket_id = tickets.id and last.direction = 'from_customer'
      and (tickets.status not in ('resolved', 'closed', 'cancelled') or exists (
        select from ticket_events told
        where told.ticket_id = tickets.id and told.kind = 'unsolved_told'
      ))`)
  await db.execute(sql`
    update tickets set
      follow_up_at = least(follow_up_at, (paused_until + time '08:30') at time zone ${companyZone()}),
      tags = array['等配件']
    where status = 'paused'`)
  await db.execute(sql`
    update tickets set tags = case when kind = 'complaint' then array['经理跟进'] else array['加急'] end
    where (kind = 'complaint' or severity = 1)
      and status in ('new', 'triaged', 'scheduled', 'in_progress')`)
  const views = [
    { name: '加急 Urgent', query: 'queue=open&severity=1&sort=due' },
    { name: '等配件 Parts', query: 'queue=paused&tag=%E7%AD%89%E9%85%8D%E4%BB%B6' },
  ]
  await db
    .insert(ticketViews)
    .values(
      views.map((view) => ({ ...view, staffId: team.manager.id, shared: true, createdAt: now })),
    )
}
