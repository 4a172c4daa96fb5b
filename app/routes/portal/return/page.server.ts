import { returnReasons, type ReturnReason } from '#db/vocabulary/returns.ts'
import { type AskAnswers, askSteps, type AskStep } from '#app/domain/returns/ask-steps.ts'
import {
  askErrorsIn,
  type LineToReturn,
  type OrderToReturn,
  orderToReturn,
  termsOf,
  usualRemedy,
} from '#app/domain/returns/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { addHours } from '#app/platform/time.server.ts'
import { firstStepOf } from './post.server.ts'

/** The first step before this one that still has something wrong. */
export function stepToReturnTo(answers: AskAnswers, step: AskStep): AskStep | null {
  const first = firstStepOf(askErrorsIn(answers))
  return first && askSteps.indexOf(first) < askSteps.indexOf(step) ? first : null
}

/** The order a step is about; none, too, for an address that asked too often. */
export async function orderOf(ctx: Ctx, answers: AskAnswers, address: string) {
  try {
    return await orderToReturn(ctx, answers, address)
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}

/** The order in the reader's words. */
export function orderView({ locale }: Ctx, { number, deliveredOn, lines }: OrderToReturn) {
  const inEnglish = locale === 'en'
  return {
    number,
    deliveredOn,
    lines: lines.map(({ id, model, nameZh, nameEn, quantity, pieces }) => ({
      id,
      model,
      name: inEnglish ? nameEn : nameZh,
      quantity,
      pieces: pieces.map(({ zh, en }) => (inEnglish ? en : zh)),
    })),
  }
}
export type OrderView = ReturnType<typeof orderView>

/** RX-2: which terms cover it, what usually happens, and until when it is answered. */
export async function coverOf(
  ctx: Ctx,
  answers: AskAnswers,
  { deliveredOn, line }: { deliveredOn: string | null; line: LineToReturn },
) {
  const reason: ReturnReason = returnReasons.find((one) => one === answers.reason) ?? 'other'
  const { unpacked: said } = answers
  const unpacked = said === 'yes' ? true : said === 'no' ? false : null
  const { productId } = line
  const terms = await termsOf(ctx, { productId, deliveredOn, reason, unpacked, misused: null })
  const { returnReasons: defaults } = await currentSettings(ctx)
  return {
    terms: terms.map(({ nameZh, nameEn, until, verdict, why, remedies }) => ({
      name: ctx.locale === 'en' ? nameEn : nameZh,
      until,
      verdict,
      why,
      remedies,
    })),
    usual: usualRemedy(reason, terms, defaults),
  }
}

/** Until when what is sent now is answered. */
export async function answerBy(ctx: Ctx, from = ctx.now()) {
  const { decideHours } = await currentSettings(ctx)
  return addHours(from, decideHours).toISOString()
}
