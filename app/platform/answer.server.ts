import { randomUUID } from 'node:crypto'
import type { ActionFunction, LoaderFunction, ServerBuild } from '@remix-run/node'
import { DomainError } from './errors.ts'
import { refusalResponse } from './http.server.ts'
import { saidRefusal, sayRefusals } from './say-refusals.server.ts'
import { log } from './log.server.ts'

type Handler = LoaderFunction | ActionFunction

/**
 * Wraps every route's loader and action, so that none is left out: a refusal becomes its HTTP answer, a database
 * that is away becomes 503, and anything else a line in the log and an answer that carries only its reference.
 */
export function answering(build: ServerBuild): ServerBuild {
  const routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => {
      if (!route) return [id, route]
      const { loader, action } = route.module
      return [
        id,
        {
          ...route,
          module: {
            ...route.module,
            ...(loader ? { loader: answered(loader) } : {}),
            ...(action ? { action: answered(action) } : {}),
          },
        },
      ]
    }),
  )
  return { ...build, routes }
}

function answered<H extends Handler>(handler: H): H {
  return (async (...args: Parameters<H>) => {
    const [{ request }] = args
    try {
      const answered = await (handler as (...args: unknown[]) => unknown)(...args)
      await sayRefusals(request, answered)
      return answered
    } catch (error) {
      throw await answerTo(error, request)
    }
  }) as H
}

async function answerTo(error: unknown, request: Request): Promise<Response> {
  if (error instanceof Response) return error
  if (error instanceof DomainError) {
    const { kind, code, values } = error
    // A page that isn't there, or isn't theirs, says so in its own way.
    if (kind === 'not_found' || kind === 'forbidden') return refusalResponse(error)
    return refusalResponse(error, await saidRefusal(request, { refusal: code, values }))
  }
  if (isNoForm(error)) return new Response(null, { status: 400 })
  const reference = randomUUID().slice(0, 8)
  log.error({ err: error, reference }, 'request failed')
  return databaseIsAway(error)
    ? Response.json({ reference }, { status: 503, headers: { 'Retry-After': '5' } })
    : Response.json({ reference }, { status: 500 })
}

/** What the platform throws when a body can't be read as a form. */
const isNoForm = (error: unknown) =>
  error instanceof TypeError &&
  /^Content-Type was not one of|parse body as FormData/.test(error.message)

const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
])

function databaseIsAway(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    const { code } = e as { code?: unknown }
    if (typeof code === 'string' && awayCodes.has(code)) return true
  }
  return false
}
