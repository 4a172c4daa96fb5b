import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useOutlet } from '@remix-run/react'
import { readClaim } from '#app/domain/claims/read-claim.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { may } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'
import css from '#app/ui/console/returns.css?url'
import { claimMoves } from '#db/vocabulary/returns.ts'
import { ClaimPage } from './claim-page.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: css }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** What a colleague changed meanwhile is shown beside the refusal. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'claim:read')
  const read = await readClaim(ctx, params.number ?? '')
  const t = translate(ctx.locale)
  return {
    title: `${t('returns:claims.pageTitle', { number: read.claim.number })} – ${t('brand')}`,
    ...read,
    moves: may(ctx.actor, 'claim:manage') ? claimMoves[read.claim.status] : [],
  }
}

/** The addresses below only take a form: they show the claim as well. */
export default function Claim() {
  return useOutlet() ?? <ClaimPage />
}
