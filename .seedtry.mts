import { startEmbeddedPostgres, ensureDatabase } from './db/embedded.server.ts'
import { migrateDatabase, appRole } from './db/migrate.server.ts'
import { connect } from './db/client.server.ts'
import postgres from 'postgres'
process.env.DATA_DIR='/tmp/seedtry/data'
const pg = await startEmbeddedPostgres('/tmp/seedtry/pg',['-c','fsync=off'])
const { loadDemo } = await import('./db/seed/demo.server.ts')
const nows=[]
for (let d=16; d<=22; d++) nows.push(`2026-03-${d}T11:15:00+08:00`)
nows.push('2026-03-18T00:01:00+08:00','2026-03-18T03:00:00+08:00','2026-03-18T08:05:00+08:00','2026-03-18T23:58:00+08:00','2026-03-22T19:59:00+08:00','2026-01-01T14:00:00+08:00', '2026-03-16T06:00:00+08:00')
for (const iso of nows) {
  const now=new Date(iso)
  const name='t'+Math.random().toString(36).slice(2)
  const url = await ensureDatabase(pg, name)
  await migrateDatabase(url)
  const { db, end } = connect(url, { role: appRole })
  const t1=performance.now()
  try { await loadDemo(db,{now})
  const ms=Math.round(performance.now()-t1)
  const sql=postgres(url,{max:1,onnotice(){}})
  const [r]=await sql`select (select count(*) from tickets)::int as tickets,
   (select count(*) from ticket_events where at>${now})::int as late_events,
   (select count(*) from tickets where created_at>${now} or updated_at>${now})::int as late_tickets,
   (select count(*) from signed_records where signed_at>${now})::int late_signed,
   (select count(*) from attachments where created_at>${now})::int late_att,
   (select count(*) from (select at < lag(at) over (partition by ticket_id order by id) as back from ticket_events) s where back)::int as back,
   (select count(*) from tickets where created_at < ${now}::timestamptz - interval '31 days')::int early,
   (select count(distinct ticket_id) from attachments)::int pictured,
   (select count(*) from visits where status='finished')::int finished,
   (select count(*) from follow_ups where status='due' and due_at<=${now})::int overdue,
   (select count(*) from follow_ups where status='due' and due_at>${now})::int ahead,
   (select count(*) from visits where status='proposed' and window_start>${now})::int proposed,
   (select string_agg(v.status, ' ' order by planned_start) from visits v where crew_id=1 and (planned_start at time zone 'Asia/Shanghai')::date=(${now} at time zone 'Asia/Shanghai')::date) c1,
   (select string_agg(v.status, ' ' order by planned_start) from visits v where crew_id=2 and (planned_start at time zone 'Asia/Shanghai')::date=(${now} at time zone 'Asia/Shanghai')::date) c2,
   (select string_agg(status||' '||n, ', ') from (select status, count(*) n from tickets group by 1 order by 2 desc) x) st,
   (select count(distinct kind) from ticket_events)::int kinds`
  console.log(iso, ms+'ms', JSON.stringify(r))
  await sql.end()
  } catch(e) { console.log(iso, 'FAILED', e.message?.slice(0,200), e.cause?.message, e.cause?.detail, e.stack?.split('\n').slice(0,6).join('\n')) }
  await end()
}
await pg.stop()
