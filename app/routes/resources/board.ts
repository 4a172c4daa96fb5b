import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/platform/errors.ts'
import { eventStream } from '#app/platform/event-stream.server.ts'
import { authorize, may } from '#app/platform/permissions.ts'
import { runtime } from '#app/platform/runtime.server.ts'
import { seenSignedIn } from '#app/platform/session.server.ts'
import { isDay } from '#app/platform/time.server.ts'
import { publicContext } from '#app/routes/context.server.ts'

/**
 * DS-2: says that a day's board has changed, never how: whoever hears it reads the board again. Signed out it is
 * answered with 401, so that an open board can say so.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await publicContext(request)
  const session = await seenSignedIn(ctx, request)
  if (!session) return new Response(null, { status: 401 })
  authorize(session.actor, 'visit:read')
  const day = new URL(request.url).searchParams.get('day') ?? ''
  if (!isDay(day)) throw notFound()
  return eventStream(request.signal, ({ send, close }) => {
    const leave = runtime().boards.join({
      day,
      sessionId: session.sessionId,
      allowed: (actor) => may(actor, 'visit:read'),
      tell: (change) => send('change', change),
      end: (reason) => {
        send(reason)
        close()
      },
    })
    send('hello')
    return leave
  })
}
