import { translate } from '#app/i18n/translator.server.ts'
import type { RefusalBody } from './http.server.ts'
import { localeOf } from './locale.server.ts'

/**
 * Says in the reader's words what an action's answer calls by its code, so that no page of the console has to bring
 * along every sentence that might be needed: `said` beside the refusal, by code.
 */
export async function sayRefusals(request: Request, answered: unknown): Promise<void> {
  const reply = replyIn(answered)
  if (!reply) return
  const codes = [
    ...(reply.refusal ? [reply.refusal.refusal] : []),
    ...Object.values(reply.lastResult?.error ?? {}).flatMap((errors) => errors ?? []),
  ].filter((code) => !code.startsWith('validation:'))
  if (codes.length === 0) return
  const { values = {} } = reply.refusal ?? {}
  reply.said = await sentences(request, codes, values)
}

/** The same of a refusal that is all of the answer. */
export async function saidRefusal(request: Request, body: RefusalBody): Promise<string> {
  const said = await sentences(request, [body.refusal], body.values)
  return said[body.refusal]!
}

async function sentences(
  request: Request,
  codes: readonly string[],
  values: RefusalBody['values'],
): Promise<Record<string, string>> {
  const t = translate(await localeOf(request))
  return Object.fromEntries(
    codes.map((code) => [
      code,
      t((code.includes(':') ? code : `refusals:${code}`) as 'refusals:notFound', values),
    ]),
  )
}

interface Reply {
  refusal?: RefusalBody | null
  lastResult?: { error?: Record<string, string[] | null> } | null
  said?: Record<string, string>
}

/** What a form's page is answered with, however it comes. */
function replyIn(answered: unknown): Reply | null {
  if (typeof answered !== 'object' || answered === null || answered instanceof Response) return null
  const { data } = answered as { data?: unknown }
  const reply = typeof data === 'object' && data !== null ? data : answered
  return 'lastResult' in reply || 'refusal' in reply ? (reply as Reply) : null
}
