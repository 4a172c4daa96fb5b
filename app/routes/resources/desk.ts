import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import {
  beAt,
  beatEvery,
  changedTickets,
  goFrom,
  lastEventOf,
  lingers,
  othersAt,
  sayWriting,
  tabKey,
  WritingForm,
} from '#app/domain/desk/index.server.ts'
import { findTicket } from '#app/domain/tickets/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { eventStream, type Out } from '#app/platform/event-stream.server.ts'
import type { DeskReader } from '#app/platform/live-desk.server.ts'
import { log } from '#app/platform/log.server.ts'
import { authorize, may } from '#app/platform/permissions.ts'
import { runtime } from '#app/platform/runtime.server.ts'
import { seenSignedIn, signedIn } from '#app/platform/session.server.ts'
import { publicContext } from '#app/routes/context.server.ts'

/**
 * Says that a ticket has changed and who else has it open (`?ticket=`), or which tickets have changed; never how:
 * whoever hears it reads again. Signed out it is answered with 401, so that an open page can say so.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const unknown = await publicContext(request)
  const session = await seenSignedIn(unknown, request)
  if (!session) return new Response(null, { status: 401 })
  const { actor, sessionId } = session
  authorize(actor, 'ticket:read')
  const ctx = { ...unknown, actor }
  const asked = new URL(request.url).searchParams
  const reader = {
    sessionId,
    allowed: (now: StaffActor) => may(now, 'ticket:read') && now.storeId === actor.storeId,
  }
  const number = asked.get('ticket')
  if (number === null) return eventStream(request.signal, (out) => readQueue(ctx, reader, out))
  const tab = tabKey.safeParse(asked.get('tab')).data
  if (!tab) throw notFound()
  const { id: ticketId } = await findTicket(ctx, number)
  return eventStream(request.signal, (out) => readTicket(ctx, reader, out, { tab, ticketId }))
}

/** Says whether somebody is writing on the page they have open. */
export async function action({ request }: ActionFunctionArgs) {
  const unknown = await publicContext(request)
  const session = await signedIn(unknown, request)
  if (!session?.complete) return new Response(null, { status: 401 })
  const ctx = { ...unknown, actor: session.actor }
  authorize(ctx.actor, 'ticket:read')
  const form = WritingForm.safeParse(Object.fromEntries(await request.formData()))
  if (!form.success) return new Response(null, { status: 422 })
  await sayWriting(ctx, form.data)
  return new Response(null, { status: 204 })
}

type Who = Pick<DeskReader, 'sessionId' | 'allowed'>

const ended =
  ({ send, close }: Out) =>
  (reason: 'signed_out' | 'closing') => {
    send(reason)
    close()
  }

function readQueue(ctx: Ctx<StaffActor>, who: Who, out: Out) {
  let ids: number[] = []
  const tellNumbers = async () => {
    const numbers = await changedTickets(ctx, ids.splice(0))
    if (numbers.length > 0) out.send('change', JSON.stringify(numbers))
  }
  const leave = runtime().desk.join({
    ...who,
    ticketId: null,
    tell(change) {
      if (change === 'all') return out.send('missed')
      ids.push(Number(change.split(' ')[1]))
      // All that is told in one breath is looked up at once.
      if (ids.length === 1) queueMicrotask(() => void tellNumbers().catch(untold))
    },
    end: ended(out),
  })
  out.send('hello')
  return () => {
    ids = []
    leave()
  }
}

function readTicket(
  ctx: Ctx<StaffActor>,
  who: Who,
  out: Out,
  at: { tab: string; ticketId: number },
) {
  let said = ''
  const tellPresence = async () => {
    const others = JSON.stringify(await othersAt(ctx, at.ticketId))
    if (others !== said) out.send('presence', (said = others))
  }
  const stay = async () => {
    await beAt(ctx, at)
    await tellPresence()
  }
  const leave = runtime().desk.join({
    ...who,
    ticketId: at.ticketId,
    tell(change) {
      if (!change.startsWith('presence')) out.send('change')
      if (!change.startsWith('ticket')) void tellPresence().catch(untold)
    },
    end: ended(out),
  })
  void (async () => {
    await stay()
    out.send('hello', String(await lastEventOf(ctx, at.ticketId)))
  })().catch(untold)
  const beating = setInterval(() => void stay().catch(untold), beatEvery)
  return () => {
    leave()
    clearInterval(beating)
    const leftAt = ctx.now()
    setTimeout(() => void goFrom(ctx, at, leftAt).catch(untold), lingers).unref()
  }
}

const untold = (error: unknown) => log.warn({ err: error }, 'an open page was not told')
