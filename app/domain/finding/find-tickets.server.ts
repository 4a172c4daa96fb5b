import { sql } from 'drizzle-orm'
import type { TicketKind, TicketStatus } from '#db/vocabulary/tickets.ts'
import {
  type Asked,
  type Excerpt,
  excerptOf,
  type Mark,
  marksIn,
  marksInName,
  matchTickets,
  type Place,
  type Said,
  saidIn,
} from '#app/domain/search/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'

/** So many of the newest are put in order. */
const atOnce = 200
export const ticketsPerPage = 20

export interface FoundTicket {
  number: string
  title: string
  titleMarks: Mark[]
  status: TicketStatus
  kind: TicketKind
  severity: 1 | 2 | 3 | 4 | null
  name: string
  nameMarks: Mark[]
  storeZh: string | null
  storeEn: string | null
  createdAt: Date
  /** Where else it was found, and the words around. */
  excerpt: (Excerpt & { place: Place }) | null
}

/** Which part of what was found: pages of the newest ones, or those older than one. */
export interface Stretch {
  page: number
  before?: { at: number; id: number } | undefined
}

export interface FoundTickets {
  rows: FoundTicket[]
  /** How many there are; null where it is more than were looked at. */
  count: number | null
  /** Whether these have a further page. */
  more: boolean
  /** Where the older ones begin, beyond the last page. */
  older: { at: number; id: number } | null
}

/**
 * The newest tickets with all that was asked for: those first where it is a name or a number, then where it is the
 * product or the address, what is wrong, the talk; within each the newest first.
 */
export async function findTickets(
  ctx: Ctx<StaffActor>,
  asked: Asked,
  { page, before }: Stretch,
  perPage = ticketsPerPage,
): Promise<FoundTickets> {
  const nothing = { rows: [], count: 0, more: false, older: null }
  if (!may(ctx.actor, 'ticket:read')) return nothing
  const matches = await matchTickets(ctx, asked, { limit: atOnce + 1, before })
  const among = matches.slice(0, atOnce)
  if (among.length === 0) return nothing
  const rows = await read(
    ctx,
    asked,
    among.map(({ id }) => id),
    { offset: (page - 1) * perPage, limit: perPage },
  )
  const full = matches.length > atOnce
  const more = page * perPage < among.length
  const last = among.at(-1)!
  return {
    rows: rows.map((row) => foundTicket(row, asked.words)),
    count: full || before ? null : matches.length,
    more,
    older: full && !more ? { at: last.createdAt.getTime(), id: last.id } : null,
  }
}

interface Row {
  number: string
  title: string
  status: TicketStatus
  kind: TicketKind
  severity: 1 | 2 | 3 | 4 | null
  name: string
  store_zh: string | null
  store_en: string | null
  created_at: string
  text: string
}

async function read(
  ctx: Ctx,
  asked: Asked,
  ids: readonly number[],
  { offset, limit }: { offset: number; limit: number },
): Promise<Row[]> {
  const foundIn = (weights: string) => sql`w.words @@ ${asked.queryIn(weights)}::tsquery`
  return (await ctx.db.execute(sql`
    with best as materialized (
      select w.ticket_id as id,
          case when ${foundIn('A')} then 1 when ${foundIn('AB')} then 2
            when ${foundIn('ABC')} then 3 else 4 end as rank,
          w.created_at
        from ticket_words w where w.ticket_id = any(${`{${ids.join(',')}}`}::bigint[])
        order by rank, w.created_at desc, w.ticket_id desc
        limit ${limit} offset ${offset})
    select t.number, left(split_part(t.description, chr(10), 1), 120) as title, t.status, t.kind,
        t.severity, t.name, s.name_zh as store_zh, s.name_en as store_en, t.created_at, w.text
      from best join tickets t on t.id = best.id join ticket_words w on w.ticket_id = best.id
        left join stores s on s.id = t.store_id
      order by best.rank, best.created_at desc, best.id desc`)) as unknown as Row[]
}

function foundTicket(row: Row, words: readonly string[]): FoundTicket {
  const titleMarks = marksIn(row.title, words)
  const nameMarks = marksInName(row.name, words)
  // What stands in the line already needs no excerpt.
  const shown = words.filter(
    (word) => marksIn(row.title, [word]).length === 0 && marksInName(row.name, [word]).length === 0,
  )
  return {
    number: row.number,
    title: row.title,
    titleMarks,
    status: row.status,
    kind: row.kind,
    severity: row.severity,
    name: row.name,
    nameMarks,
    storeZh: row.store_zh,
    storeEn: row.store_en,
    createdAt: new Date(row.created_at),
    excerpt: shown.length > 0 ? firstExcerpt(saidIn(row.text), shown, row.number) : null,
  }
}

function firstExcerpt(said: readonly Said[], words: readonly string[], number: string) {
  for (const { place, text } of said) {
    if (text === number) continue
    const excerpt = excerptOf(text, words)
    if (excerpt) return { place, ...excerpt }
  }
  return null
}
