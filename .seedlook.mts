import { startEmbeddedPostgres, ensureDatabase } from './db/embedded.server.ts'
import { migrateDatabase, appRole } from './db/migrate.server.ts'
import { connect } from './db/client.server.ts'
import postgres from 'postgres'
process.env.DATA_DIR='/tmp/seedtry/data'
const pg = await startEmbeddedPostgres('/tmp/seedtry/pg',['-c','fsync=off'])
const { loadDemo } = await import('./db/seed/demo.server.ts')
const now=new Date('2026-03-18T11:15:00+08:00')
const url = await ensureDatabase(pg, 'l'+Math.random().toString(36).slice(2))
await migrateDatabase(url)
const { db, end } = connect(url, { role: appRole })
await loadDemo(db,{now})
const sql=postgres(url,{max:1,onnotice(){}})
await sql`set timezone='Asia/Shanghai'`
console.log((await sql`select count(distinct ticket_id) from attachments`)[0])
for (const t of await sql`select id,number,kind,status,severity,channel,product,left(description,60) d,name,store_id,order_number,owner_id is not null o, to_char(created_at,'MM-DD HH24:MI') c, address from tickets order by id`) {
  console.log(t.id,t.number,t.kind,t.status,t.severity,t.channel,t.c,t.store_id,t.order_number,t.name,'|',t.product,'|',t.d.replace(/\n/g,'⏎'),'|',t.address)
}
for (const s of ['closed','scheduled','paused','resolved','triaged','in_progress']) {
 const [t]=await sql`select id,number from tickets where status=${s} order by id desc offset 2 limit 1`.then(r=>r.length?r:sql`select id,number from tickets where status=${s} limit 1`)
 console.log('==',s,t.number)
 for (const e of await sql`select to_char(at,'MM-DD HH24:MI') at,kind,actor_kind k,s.name,data from ticket_events e left join staff s on s.id=e.actor_id where ticket_id=${t.id} order by e.id`) console.log(e.at,e.kind,e.k,e.name,JSON.stringify(e.data).slice(0,150))
 for (const m of await sql`select to_char(created_at,'MM-DD HH24:MI') at,direction,body from ticket_messages where ticket_id=${t.id} order by id`) console.log('   ',m.at,m.direction,m.body)
}
console.log(await sql`select number,ordered_on,delivered_on,clerk,requirements from orders limit 5`)
for (const m of await sql`select template,locale,subject,text from messages`) console.log('--',m.template,m.locale,m.subject,'\n',m.text.slice(0,300))
await sql.end(); await end(); await pg.stop()
