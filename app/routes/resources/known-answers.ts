import type { LoaderFunctionArgs } from '@remix-run/node'
import { answersAsked } from '#app/routes/console/tickets/known-answers.server.ts'
import { staffContext } from '#app/routes/context.server.ts'

/**
 * The answers a colleague may read to what they are taking down, as JSON: `product`, `productId`, `category`,
 * `description`; or those to a `ticket` were it of another `category`.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:read')
  return Response.json(await answersAsked(ctx, new URL(request.url).searchParams))
}
