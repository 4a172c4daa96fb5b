import { ne, sql, type SQL } from 'drizzle-orm'
import { messages } from '#db/schema/messages.ts'
import type { Actor } from '#app/platform/actor.ts'
import { may } from '#app/platform/permissions.ts'

/**
 * Which mails this actor may know of. A colleague's invitation carries the link that sets their password: only who
 * manages people sees those, or the desk could sign in as an administrator.
 */
export function visibleMessages(actor: Actor): SQL | undefined {
  if (!may(actor, 'message-log:read')) return sql`false`
  return may(actor, 'people:manage') ? undefined : ne(messages.template, 'staff-invitation')
}
