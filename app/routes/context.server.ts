import { redirect } from '@remix-run/node'
import { openPrivateLink, type PrivateLink } from '#app/domain/tickets/index.server.ts'
import type { CustomerActor, StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { localeOf } from '#app/platform/locale.server.ts'
import { type Action, authorize } from '#app/platform/permissions.ts'
import { runtime } from '#app/platform/runtime.server.ts'
import { signedIn } from '#app/platform/session.server.ts'

/** The context of somebody we don't know. */
export async function publicContext(request: Request): Promise<Ctx> {
  return {
    actor: { kind: 'anonymous' },
    locale: await localeOf(request),
    now: () => new Date(),
    db: runtime().db,
  }
}

/**
 * The context of a signed-in colleague who may do `action`. Somebody signed out is sent to sign in and comes back
 * to this page; a form they had open is answered with 401, so that the page can say so and keep what was typed.
 */
export async function staffContext(request: Request, action?: Action): Promise<Ctx<StaffActor>> {
  const ctx = await publicContext(request)
  const session = await signedIn(ctx, request)
  if (!session?.complete) {
    const url = new URL(request.url)
    const next = request.method === 'GET' ? url.pathname + url.search : '/console'
    throw redirect(`/sign-in?next=${encodeURIComponent(next)}`)
  }
  const { actor } = session
  if (action) authorize(actor, action)
  return { ...ctx, actor, locale: await localeOf(request, actor.locale) }
}

/** The context of whoever holds a private link. @throws DomainError not_found */
export async function customerContext(
  request: Request,
  token: string | undefined,
  purpose: PrivateLink['purpose'],
): Promise<{ ctx: Ctx<CustomerActor>; link: PrivateLink }> {
  const ctx = await publicContext(request)
  const link = await openPrivateLink(ctx, token, purpose)
  return { ctx: { ...ctx, actor: { kind: 'customer', ticketId: link.ticketId } }, link }
}
