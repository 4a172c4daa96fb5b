import { sql } from 'drizzle-orm'
import { customers } from '#db/schema/customers.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { dayOf, instantAt } from '#app/platform/time.server.ts'
import { isBeginning, monthBefore, monthOf, type Period, quarterOf } from './periods.ts'

/**
 * FU-5: on the first day of a month (or the next two, when nothing ran on it) draws the managers' inspection calls, each
 * period once however many processes ask:
 * - of the month before a random sample of the finished visits, as many as the setting says, no customer twice. The order
 *   is a hash of the period and the visit: nobody chooses, and whoever draws again draws the same;
 * - at the beginning of a quarter every customer whose service contract is in force that day, about their latest ticket.
 *   Customers without any ticket are left out: there is nothing to ask about.
 * Contract customers are not in the sample: they are called each quarter anyway. Calls of a sample are to be made within
 * the month, those of a quarter within the quarter.
 */
export async function drawInspections(ctx: Ctx): Promise<void> {
  const today = dayOf(ctx.now())
  const month = monthOf(today)
  if (!isBeginning(today, month)) return
  await drawOnce(ctx, monthBefore(today), (tx, period) => drawSample(tx, period, month))
  const quarter = quarterOf(today)
  if (isBeginning(today, quarter)) await drawOnce(ctx, quarter, drawContracts)
}

async function drawOnce(
  ctx: Ctx,
  period: Period,
  draw: (tx: Tx, period: Period) => Promise<void>,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.db.execute(
      sql`select pg_advisory_xact_lock(hashtext(${`inspections of ${period.name}`}))`,
    )
    const [drawn] = (await tx.db.execute(sql`
      select 1 from ${followUps} where kind = 'inspection' and period = ${period.name} limit 1
    `)) as unknown as unknown[]
    if (!drawn) await draw(tx, period)
  })
}

/** Whom a row stands for now: somebody may have been merged into somebody else, and they into a third. */
const people = sql`
  person as (
    select id, id as kept from ${customers} where merged_into_id is null and erased_at is null
    union all
    select below.id, person.kept from ${customers} below join person on below.merged_into_id = person.id
  )`

const inContract = (day: string) => sql`
  contracts as (
    select distinct person.kept from ${customers} c join person on person.id = c.id
    where c.contract_until >= ${day}::date
  )`

async function drawSample(tx: Tx, period: Period, month: Period): Promise<void> {
  const { inspectionSample } = await currentSettings(tx)
  const [from, to] = [instantAt(period.from, '00:00'), instantAt(period.to, '00:00')]
  await tx.db.execute(sql`
    with recursive ${people}, ${inContract(month.from)},
    one_each as (
      select distinct on (person.kept) v.id, v.ticket_id, md5(${`${period.name}|`} || v.id) as lot
      from ${visits} v
      join ${tickets} t on t.id = v.ticket_id
      join person on person.id = t.customer_id
      where v.status = 'finished'
        and v.finished_at >= ${from.toISOString()}::timestamptz
        and v.finished_at < ${to.toISOString()}::timestamptz
        and person.kept not in (select kept from contracts)
      order by person.kept, lot
    )
    insert into ${followUps} (ticket_id, visit_id, kind, period, created_at, not_before, due_at)
    select ticket_id, id, 'inspection', ${period.name}, ${now(tx)}, ${now(tx)}, ${endOf(month)}
    from one_each order by lot limit ${inspectionSample}
    on conflict (period, ticket_id) where kind = 'inspection' do nothing`)
}

async function drawContracts(tx: Tx, quarter: Period): Promise<void> {
  await tx.db.execute(sql`
    with recursive ${people}, ${inContract(quarter.from)},
    latest as (
      select distinct on (contracts.kept) t.id
      from contracts
      join person on person.kept = contracts.kept
      join ${tickets} t on t.customer_id = person.id
      order by contracts.kept, t.created_at desc, t.id desc
    )
    insert into ${followUps} (ticket_id, visit_id, kind, period, created_at, not_before, due_at)
    select latest.id, visit.id, 'inspection', ${quarter.name}, ${now(tx)}, ${now(tx)}, ${endOf(quarter)}
    from latest
    left join lateral (
      select id from ${visits}
      where ticket_id = latest.id and status = 'finished'
      order by finished_at desc limit 1
    ) visit on true
    on conflict (period, ticket_id) where kind = 'inspection' do nothing`)
}

const now = (tx: Tx) => sql`${tx.now().toISOString()}::timestamptz`
const endOf = ({ to }: Period) => sql`${instantAt(to, '00:00').toISOString()}::timestamptz`
