import type { LoaderFunctionArgs } from '@remix-run/node'
import { cleanText } from '#app/platform/fields.ts'
import { looksLikeToken } from '#app/platform/tokens.server.ts'
import { publicContext } from '#app/routes/context.server.ts'
import { suggestedAnswers } from '#app/routes/portal/report/suggested.server.ts'

const longest = 500

/** The public answers to a report that is being written, as JSON: `product`, `category`, `description`, and its `draft`. */
export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await publicContext(request)
  const asked = new URL(request.url).searchParams
  const said = (name: string) => cleanText((asked.get(name) ?? '').slice(0, longest))
  const draft = said('draft')
  const answers = await suggestedAnswers(
    ctx,
    { product: said('product'), category: said('category'), description: said('description') },
    looksLikeToken(draft) ? draft : null,
  )
  return Response.json(answers, { headers: { 'Cache-Control': 'private, max-age=60' } })
}
