import { services } from '#db/vocabulary/bookings.ts'
import { goodsOf, orderForPage } from '#app/domain/bookings/index.server.ts'
import type { Answers } from '#app/domain/tickets/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/**
 * What a report is begun with when it takes the place of a booking that could not be made: its words and its wish
 * stand where the report asks for them, and can be changed.
 */
export async function withWish(
  ctx: Ctx,
  answers: Answers & { service?: string; what?: string },
  address: string,
): Promise<Answers> {
  const service = services.find((one) => one === answers.service)
  if (!service) return answers
  const { what = '', orderNumber = '', phone = '' } = answers
  const wish = translate(ctx.locale)(`report:fromBooking.${service}`)
  const begun: Answers = { description: [wish, what].filter(Boolean).join('\n') }
  if (service !== 'repair') begun.category = 'other'
  if (answers.product === undefined) {
    const known = await orderForPage(ctx, { service, orderNumber, phone }, address)
    const about = known ? goodsOf(known.order, ctx.locale) : what.replace(/\s+/g, ' ')
    begun.product = about.slice(0, 120).toWellFormed()
  }
  return { ...begun, ...answers }
}
