import { returnReasons } from '#db/vocabulary/returns.ts'
import { linesToAsk, termsOf, usualRemedy } from '#app/domain/returns/index.server.ts'
import { findTicket } from '#app/domain/tickets/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'

type Line = Awaited<ReturnType<typeof linesToAsk>>[number]

/** A ticket's customer and what they bought, in the reader's words. */
export async function askView(ctx: Ctx<StaffActor>, number: string) {
  const ticket = await findTicket(ctx, number)
  const lines = await linesToAsk(ctx, ticket)
  const inEnglish = ctx.locale === 'en'
  return {
    ticket,
    lines,
    shown: lines.map(
      ({ id, model, nameZh, nameEn, quantity, pieces, orderNumber, deliveredOn }) => ({
        id: String(id),
        model,
        name: inEnglish ? nameEn : nameZh,
        quantity,
        orderNumber,
        deliveredOn,
        pieces: pieces.map(({ zh, en }) => (inEnglish ? en : zh)),
      }),
    ),
  }
}
export type LineView = Awaited<ReturnType<typeof askView>>['shown'][number]

const answerIn = (said: string | null) => (said === 'yes' ? true : said === 'no' ? false : null)

/** RX-2: the terms for what is chosen so far; `null` until a reason is. */
export async function termsAsked(ctx: Ctx, lines: readonly Line[], search: URLSearchParams) {
  const reason = returnReasons.find((one) => one === search.get('reason'))
  if (!reason) return null
  const line = lines.find(({ id }) => String(id) === search.get('line'))
  const terms = await termsOf(ctx, {
    productId: line?.productId ?? null,
    deliveredOn: line?.deliveredOn ?? null,
    reason,
    unpacked: answerIn(search.get('unpacked')),
    misused: answerIn(search.get('misused')),
  })
  const settings = await currentSettings(ctx)
  return {
    terms: terms.map(({ nameZh, nameEn, until, verdict, why, remedies }) => ({
      name: ctx.locale === 'en' ? nameEn : nameZh,
      until,
      verdict,
      why,
      remedies,
    })),
    usual: usualRemedy(reason, terms, settings.returnReasons),
  }
}
export type TermsAsked = Awaited<ReturnType<typeof termsAsked>>
