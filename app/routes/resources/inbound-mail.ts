import type { ActionFunctionArgs } from '@remix-run/node'
import { takeAnnouncement } from '#app/domain/inbox/take-announcement.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { inboundMailSet, openWebhook } from '#app/platform/inbound-mail.server.ts'
import { log } from '#app/platform/log.server.ts'
import { publicContext } from '#app/routes/context.server.ts'

/** What a mail is announced with is a few hundred bytes. */
const longest = 1_000_000

export function loader() {
  throw notFound()
}

/** The mail provider's webhook: believed only when it is signed, over the very bytes that came. */
export async function action({ request }: ActionFunctionArgs) {
  if (!inboundMailSet()) throw notFound()
  if (Number(request.headers.get('Content-Length') ?? 0) > longest) {
    return new Response(null, { status: 413 })
  }
  const said = openWebhook(await request.text(), request.headers)
  if (said.of === 'forged') {
    log.warn('a webhook without a good signature was refused')
    return new Response(null, { status: 401 })
  }
  if (said.of === 'mail') await takeAnnouncement(await publicContext(request), said.mail)
  return new Response(null, { status: 204 })
}
