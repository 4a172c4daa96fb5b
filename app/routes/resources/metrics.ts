import type { LoaderFunctionArgs } from '@remix-run/node'
import { environment } from '#app/platform/environment.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { exposition, expositionType } from '#app/platform/metrics.server.ts'
import { sameSecret } from '#app/platform/tokens.server.ts'

/** Prometheus text, for whoever holds METRICS_TOKEN; without one there is no such page. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { METRICS_TOKEN } = environment()
  const given = /^Bearer (.+)$/.exec(request.headers.get('Authorization') ?? '')?.[1]
  if (!METRICS_TOKEN || !given || !sameSecret(given, METRICS_TOKEN)) throw notFound()
  return new Response(await exposition(), { headers: { 'Content-Type': expositionType } })
}
