import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findEverything } from '#app/domain/finding/find-everything.server.ts'
import { ticketsPerPage } from '#app/domain/finding/find-tickets.server.ts'
import { typedNumber } from '#app/domain/tickets/search-tickets.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { may } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { FilterBar, FilterFind } from '#app/ui/console/filters.tsx'
import { FoundBox } from '#app/ui/console/found.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import css from '#app/ui/console/found.css?url'
import { foundView, pathOfReturn } from './found-view.server.ts'
import { FoundBeside, FoundTickets } from './found-parts.tsx'
import { readQuery } from './search-query.server.ts'
import { SearchTips } from './search-tips.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: css }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const beside = 4

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request)
  const { q, page, before } = readQuery(request)
  const found = q
    ? await findEverything(ctx, q, {
        stretch: { page, before },
        tickets: ticketsPerPage,
        others: beside,
      })
    : null
  const number = typedNumber(q)
  if (number && found?.tickets.rows.some((row) => row.number === number)) {
    throw seeOther(`/console/tickets/${number}`)
  }
  const [one] = found?.returns ?? []
  if (one) throw seeOther(pathOfReturn(one))
  const t = translate(ctx.locale)
  const heading = q ? t('finding:found', { q }) : t('finding:title')
  return {
    title: `${heading} – ${t('brand')}`,
    heading,
    q,
    page,
    before,
    found: found && foundView(ctx, found, q),
    seesTickets: may(ctx.actor, 'ticket:read'),
  }
}

/** One box for everything: what it may mean besides tickets on top, then the tickets, the best first. */
export default function Search() {
  const { q, heading, found, page, before, seesTickets } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const further = page > 1 || before !== undefined
  const nothing =
    found !== null && found.beside.length === 0 && found.tickets.rows.length === 0 && !further
  return (
    <>
      <PageHead title={heading} />
      <FoundBox>
        <FilterBar label={t('finding:label')} action="/console/search">
          <FilterFind
            key={q}
            id="search-box"
            label={t('finding:label')}
            name="q"
            placeholder={t('finding:box')}
            defaultValue={q}
          />
          <Btn variant="go">{t('finding:submit')}</Btn>
        </FilterBar>
      </FoundBox>
      {nothing ? (
        <EmptyState title={t('finding:nothing', { q })}>{t('finding:fewer')}</EmptyState>
      ) : (
        found && (
          <>
            <FoundBeside groups={found.beside} q={q} />
            {seesTickets && <FoundTickets {...found.tickets} q={q} page={page} before={before} />}
          </>
        )
      )}
      {(found === null || nothing) && <SearchTips />}
    </>
  )
}
