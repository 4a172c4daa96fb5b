import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useOutlet } from '@remix-run/react'
import { readCase } from '#app/domain/returns/read-case.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import css from '#app/ui/console/returns.css?url'
import { agreeView } from './agree-view.server.ts'
import { answerableView } from './answerable/answerable-view.server.ts'
import { CasePage } from './case-page.tsx'
import { caseView } from './case-view.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: css }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** What a colleague changed meanwhile is shown beside the refusal. */
export const shouldRevalidate: ShouldRevalidateFunction = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'return:read')
  const [whole, answerability] = await Promise.all([
    readCase(ctx, params.number!),
    answerableView(ctx, params.number!),
  ])
  const t = translate(ctx.locale)
  return {
    title: `${t('returns:case.pageTitle', { number: whole.case.number })} – ${t('brand')}`,
    case: caseView(ctx, whole, { submissionKey: newToken(), agree: await agreeView(ctx, whole) }),
    answerability,
  }
}

/** The addresses below only take a form: they show the case as well. */
export default function Case() {
  return useOutlet() ?? <CasePage />
}
