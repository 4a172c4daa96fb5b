import type { LoaderFunctionArgs } from '@remix-run/node'
import { findEverything, type Found } from '#app/domain/finding/find-everything.server.ts'
import { type Mark, marksIn } from '#app/domain/search/highlight.ts'
import { wordsAsked } from '#app/domain/search/words.ts'
import { formatter } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/keys.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { companyZone } from '#app/platform/time.server.ts'
import { settingsFound } from '#app/routes/console/admin/settings-found.server.ts'
import { pathOfReturn } from '#app/routes/console/found-view.server.ts'
import { readQuery } from '#app/routes/console/search-query.server.ts'
import { searchPath } from '#app/routes/console/search-path.ts'
import { staffContext } from '#app/routes/context.server.ts'

/** One line of what was found; `marks` are from where to where in `title` what was typed stands, `subMarks` in `sub`. */
export interface FoundItem {
  href: string
  title: string
  sub: string
  marks: Mark[]
  subMarks: Mark[]
}

export interface FoundGroups {
  groups: {
    key: 'tickets' | 'customers' | 'orders' | 'returns' | 'answers' | 'settings'
    items: FoundItem[]
  }[]
  /** The page with all of it. */
  more: string
}

const few = 4

/** What the box of the console means while somebody types in it: a few of each kind, as JSON. */
export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request)
  const { q } = readQuery(request)
  const found = q ? await findEverything(ctx, q, { tickets: few * 2, others: few }) : null
  const answer: FoundGroups = {
    groups: [...(found ? groupsOf(ctx, found, q) : []), settingsOf(ctx, q)].filter(
      ({ items }) => items.length > 0,
    ),
    more: searchPath(q),
  }
  return Response.json(answer)
}

function settingsOf(ctx: Ctx<StaffActor>, q: string): FoundGroups['groups'][number] {
  const words = wordsAsked(q)
  return {
    key: 'settings',
    items: settingsFound(ctx, q).map(({ href, title, about }) => ({
      href,
      title,
      sub: about,
      marks: marksIn(title, words),
      subMarks: marksIn(about, words),
    })),
  }
}

function groupsOf(ctx: Ctx, found: Found, q: string): FoundGroups['groups'] {
  const words = wordsAsked(q)
  const t: Translate = translate(ctx.locale)
  const format = formatter(ctx.locale, companyZone(), ctx.now())
  const item = (href: string, title: string, sub: (string | null)[]): FoundItem => {
    const line = sub.filter(Boolean).join(' · ')
    return { href, title, sub: line, marks: marksIn(title, words), subMarks: marksIn(line, words) }
  }
  const groups: FoundGroups['groups'] = [
    {
      key: 'tickets',
      items: found.tickets.rows.map((row) =>
        item(`/console/tickets/${row.number}`, row.title, [
          row.number,
          row.name,
          t(`words:ticketStatus.${row.status}`),
        ]),
      ),
    },
    {
      key: 'customers',
      items: found.customers.map((row) =>
        item(`/console/customers/${row.id}`, row.name, [format.phone(row.phone), row.address]),
      ),
    },
    {
      key: 'orders',
      items: found.orders.map((row) =>
        item(`/console/orders/${encodeURIComponent(row.number)}`, row.number, [
          row.name,
          t(`orders:status.${row.delivered ? 'delivered' : row.status}`),
        ]),
      ),
    },
    {
      key: 'returns',
      items: found.returns.map((row) =>
        item(pathOfReturn(row), row.number, [row.product, row.name]),
      ),
    },
    {
      key: 'answers',
      items: found.answers.map((row) => item(`/console/knowledge/${row.slug}`, row.title, [])),
    },
  ]
  return groups
}
