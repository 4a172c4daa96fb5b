import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '#app/platform/context.server.ts'
import { grouped } from './grouped.ts'
import type { TicketFacts } from './ticket-document.server.ts'

/** How much of a conversation is read. */
const latestSaid = 200

interface TicketRow {
  root: string
  id: string
  store_id: string | null
  created_at: Date | string
  number: string
  name: string
  phone: string
  email: string | null
  order_number: string | null
  address: string
  product: string
  name_zh: string | null
  name_en: string | null
  model: string | null
  tags: string[]
  description: string
  solution: string | null
}

export interface FactsOfTicket extends TicketFacts {
  ticketId: number
  createdAt: Date
}

/** What these tickets are found by, each with those that were merged into it. */
export async function readTicketFacts(
  ctx: Ctx,
  ticketIds: readonly number[],
): Promise<FactsOfTicket[]> {
  if (ticketIds.length === 0) return []
  const rows = await query<TicketRow>(
    ctx,
    sql`with recursive family as (
      select id as root, id from tickets where id = any(${arrayOf(ticketIds)}::bigint[]) and merged_into_id is null
      union select family.root, merged.id from family
        join tickets merged on merged.merged_into_id = family.id)
    select family.root, t.id, t.store_id, t.created_at, t.number, t.name, t.phone, t.email,
        coalesce(o.number, t.order_number) as order_number, t.address, t.product,
        p.name_zh, p.name_en, p.model, t.tags, t.description, t.solution
      from family join tickets t on t.id = family.id
      left join products p on p.id = t.product_id
      left join orders o on o.id = t.order_id
      order by family.root, t.id`,
  )
  const talk = await talkOf(ctx, rows)
  const families = grouped(rows, ({ root }) => root)
  return [...families.values()].map((family) => {
    const root = family.find(({ id, root }) => id === root)!
    // Its own words come before those of what was merged into it.
    const all = [root, ...family.filter((row) => row !== root)]
    const of = (read: (row: TicketRow) => (string | null)[]) =>
      all.flatMap((row) => read(row).filter((text) => text !== null && text !== '')) as string[]
    return {
      ticketId: Number(root.id),
      createdAt: new Date(root.created_at),
      storeId: root.store_id === null ? null : Number(root.store_id),
      numbers: of((row) => [row.number]),
      names: of((row) => [row.name]),
      phones: of((row) => [row.phone]),
      emails: of((row) => [row.email]),
      orderNumbers: of((row) => [row.order_number]),
      products: of((row) => [row.product, row.name_zh, row.name_en, row.model]),
      addresses: of((row) => [row.address]),
      tags: of((row) => row.tags),
      descriptions: of((row) => [row.description]),
      solutions: of((row) => [row.solution]),
      talk: all.flatMap(({ id }) => talk.get(id) ?? []),
    }
  })
}

type Spoken = TicketFacts['talk'][number] & { ticket_id: string }

async function talkOf(
  ctx: Ctx,
  rows: readonly { id: string }[],
): Promise<ReadonlyMap<string, Spoken[]>> {
  if (rows.length === 0) return new Map()
  const said = await query<Spoken>(
    ctx,
    sql`select t.id as ticket_id, said.place, said.text from tickets t, lateral (
      (select case direction when 'from_customer' then 'customer' else 'desk' end as place,
          body as text, created_at from ticket_messages where ticket_id = t.id
        order by id desc limit ${latestSaid})
      union all
      (select 'note', body, created_at from ticket_notes where ticket_id = t.id
        order by id desc limit ${latestSaid})
      order by created_at desc) said
    where t.id = any(${arrayOf(rows.map(({ id }) => id))}::bigint[])`,
  )
  return grouped(said, ({ ticket_id }) => ticket_id)
}

const arrayOf = (ids: readonly (number | string)[]) => `{${ids.join(',')}}`

const query = async <Row>(ctx: Ctx, text: SQL) => (await ctx.db.execute(text)) as unknown as Row[]
