import { erasedWords } from '#db/vocabulary/customers.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** The name of a customer, in the reader's words where it was erased. */
export const shownName = (ctx: Pick<Ctx, 'locale'>, name: string): string =>
  name === erasedWords ? translate(ctx.locale)('customers:page.erasedName') : name

/** A ticket, whose customer may have been erased: it stays as a figure. */
export function withErasedWords<T extends { name: string; description: string }>(
  ctx: Pick<Ctx, 'locale'>,
  ticket: T,
): T {
  if (ticket.name !== erasedWords) return ticket
  const name = shownName(ctx, ticket.name)
  return { ...ticket, name, description: name }
}
