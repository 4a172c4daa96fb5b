import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { claimLists } from '#app/domain/claims/claim-lists.ts'
import { claimsWaiting, listClaims } from '#app/domain/claims/list-claims.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { FilterFind } from '#app/ui/console/filters.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { A } from '#app/ui/links.tsx'
import { oneOf, withSearch } from '../../lists/list-address.ts'
import { ListFilters } from '../../lists/list-filters.tsx'
import { ListPages } from '../../lists/list-pages.tsx'
import { casePath } from '../case-look.ts'
import { claimLook, claimPath, claimsPath } from './claim-look.ts'
import { cursorIn, cursorText } from '../ledger/ledger-cursor.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'claim:read')
  const search = new URL(request.url).searchParams
  const list = oneOf(claimLists, search.get('list')) ?? 'waiting'
  const q = (search.get('q') ?? '').trim().slice(0, 80)
  const after = cursorIn(search.get('after'))
  const [{ claims, next }, waiting] = await Promise.all([
    listClaims(ctx, { list, text: q, after }),
    claimsWaiting(ctx),
  ])
  const t = translate(ctx.locale)
  return {
    title: `${t('returns:claims.title')} – ${t('brand')}`,
    list,
    q,
    claims,
    waiting,
    next: next && withSearch(claimsPath, { list, q }, { after: cursorText(next) }),
    first: after && withSearch(claimsPath, { list, q }),
  }
}

/** RX-5: what is claimed from suppliers, and for how long. */
export default function Claims() {
  const { t, format } = useWords()
  const { list, q, claims, waiting, next, first } = useLoaderData<typeof loader>()
  const sums = waiting.map(({ claims: count, amount, currency }) =>
    t('returns:claims.waitingSum', { count, amount: format.money(amount, currency) }),
  )
  return (
    <>
      <PageHead title={t('returns:claims.title')} sub={t('returns:claims.sub')} />
      <nav className="queues" aria-label={t('returns:claims.lists')}>
        {claimLists.map((one) => (
          <A
            key={one}
            href={withSearch(claimsPath, { list: one, q })}
            aria-current={one === list ? 'page' : undefined}
          >
            {t(`returns:claims.list.${one}`)}
          </A>
        ))}
      </nav>
      <ListFilters label={t('returns:ledger.filters')} path={claimsPath} search={{ q }}>
        <input type="hidden" name="list" value={list} />
        <FilterFind label={t('returns:claims.find')} name="q" defaultValue={q} maxLength={80} />
      </ListFilters>
      <div className="paper">
        {sums.length > 0 && (
          <Section label={t('returns:claims.amount')}>
            {sums.map((sum) => (
              <p key={sum}>{sum}</p>
            ))}
          </Section>
        )}
        {claims.length === 0 ? (
          <EmptyState title={t('returns:claims.emptyTitle')}>
            {t('returns:claims.empty')}
          </EmptyState>
        ) : (
          <Section title={t(`returns:claims.list.${list}`)} hiddenTitle>
            <Table
              lines
              label={t('returns:claims.title')}
              head={[
                { label: t('returns:claims.number') },
                { label: t('returns:claims.supplier') },
                { label: t('returns:claims.product') },
                { label: t('returns:claims.case') },
                { label: t('returns:claims.status') },
                { label: t('returns:claims.amount'), num: true },
                { label: t('returns:claims.credited'), num: true },
                { label: t('returns:claims.age'), num: true },
              ]}
            >
              {claims.map((claim) => (
                <tr key={claim.number}>
                  <th scope="row" className="nowrap">
                    <TextLink href={claimPath(claim.number)}>{claim.number}</TextLink>
                  </th>
                  <td>{claim.supplier}</td>
                  <td>{claim.product}</td>
                  <td className="nowrap" data-label={t('returns:claims.case')}>
                    <TextLink href={casePath(claim.caseNumber)}>{claim.caseNumber}</TextLink>
                  </td>
                  <td className="nowrap">
                    <Status {...claimLook[claim.status]}>
                      {t(`returns:claim.${claim.status}`)}
                    </Status>
                  </td>
                  <td className="num" data-label={t('returns:claims.amount')}>
                    {format.money(claim.amount, claim.currency)}
                  </td>
                  <td className="num" data-label={t('returns:claims.credited')}>
                    {claim.credited === null ? '–' : format.money(claim.credited, claim.currency)}
                  </td>
                  <td className="num" data-label={t('returns:claims.age')}>
                    {claim.days ?? '–'}
                  </td>
                </tr>
              ))}
            </Table>
            <p className="muted xs">{t('returns:claims.ageHint')}</p>
          </Section>
        )}
        <ListPages byTime first={first} next={next} />
      </div>
    </>
  )
}
