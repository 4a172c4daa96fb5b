import { type AppLoadContext, data } from '@remix-run/node'
import {
  areaOfBooking,
  bookingAnswersOf,
  type BookingAnswers,
  type BookingErrors,
  bookingErrorsIn,
  type BookingField,
  bookingKind,
  type BookingStep,
  bookingSteps,
  bookOnline,
  isBookingStep,
  nextBookingStep,
  orderToBook,
  stepOfBookingField,
  takeTime,
  wentThrough,
  whyNoArea,
} from '#app/domain/bookings/index.server.ts'
import { beginDraft, saveDraft } from '#app/domain/tickets/index.server.ts'
import type { Service } from '#db/vocabulary/bookings.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { DomainError, type DomainErrorKind } from '#app/platform/errors.ts'
import { type RefusalBody, seeOther } from '#app/platform/http.server.ts'
import { looksLikeToken, newToken } from '#app/platform/tokens.server.ts'
import { inTrouble } from '../title.server.ts'
import { bookedPath, bookPath } from './paths.ts'
import { standAt } from './place.server.ts'

/** What the page shows again when a form was not taken. */
export interface BookingTrouble {
  answers: BookingAnswers
  errors: BookingErrors
  consentMissing: boolean
  refusal: RefusalBody | null
}

const statusOf: Partial<Record<DomainErrorKind, number>> = { too_many: 429, invalid: 422 }

/** Takes one step of a booking, or all of it at once, and says where to go next. */
export async function takeBooking(ctx: Ctx, form: FormData, context: AppLoadContext) {
  const draft = form.get('draft')
  const given = typeof draft === 'string' && looksLikeToken(draft) ? draft : null
  const token = given ?? newToken()
  const said = form.get('step')
  const step = isBookingStep(said) ? said : null
  const answers = bookingAnswersOf(form, step)
  const trouble = (at: BookingStep, what: Partial<BookingTrouble>, status = 422) => {
    standAt(context, { token, step: at })
    inTrouble(context)
    const none = { answers: {}, errors: {}, consentMissing: false, refusal: null }
    return data<BookingTrouble>({ ...none, ...what }, status)
  }
  const { address } = context
  const posted: Posted = { form, token, fresh: given === null, answers, address, trouble }
  try {
    if (step === null) return await takeWhole(ctx, posted)
    return await (step === 'check' ? send(ctx, posted) : takeStep(ctx, posted, step))
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind === 'not_found') throw error
    const refusal = { refusal: error.code, values: error.values }
    const which = goneIn(error)
    const at = which ? 'time' : (step ?? 'order')
    const kept = which || step === null ? await keep(ctx, posted) : answers
    standAt(context, { token, step: at, ...(which ? { gone: { which, answers: kept } } : {}) })
    return trouble(at, { answers: kept, refusal }, statusOf[error.kind] ?? 409)
  }
}

interface Posted {
  form: FormData
  token: string
  /** The form came with no token of its own. */
  fresh: boolean
  answers: BookingAnswers
  /** Where the request came from. */
  address: string
  trouble: (
    at: BookingStep,
    what: Partial<BookingTrouble>,
    status?: number,
  ) => ReturnType<typeof data<BookingTrouble>>
}

const goneIn = ({ code }: DomainError) =>
  code === 'windowGone' ? 'window' : code === 'installGone' ? 'install' : null

/** All that was answered so far; a booking that was made is left as it is. */
async function keep(ctx: Ctx, { token, fresh, answers }: Posted): Promise<BookingAnswers> {
  if (fresh) {
    await beginDraft(ctx, token, answers)
    return answers
  }
  try {
    return (await saveDraft(ctx, bookingKind, token, answers)).answers
  } catch (error) {
    if (error instanceof DomainError) return answers
    throw error
  }
}

async function takeStep(ctx: Ctx, posted: Posted, step: BookingStep) {
  const { form, token, trouble, address } = posted
  const time = step === 'time' ? await takeTime(ctx, token, posted.answers, address) : null
  const patch = time?.patch ?? posted.answers
  const { answers, sent } = await saveDraft(ctx, bookingKind, token, patch)
  if (sent) return seeOther(bookedPath(sent.token))
  const errors = { ...time?.errors, ...bookingErrorsIn(answers, step) }
  if (Object.keys(errors).length > 0) return trouble(step, { answers, errors })
  if (step === 'order' && answers.orderNumber) {
    const { service = '', orderNumber, phone = '' } = answers
    const asked = { service: service as Service, orderNumber, phone }
    const known = await orderToBook(ctx, asked, address)
    if (!known)
      return trouble(step, { answers, errors: { orderNumber: 'validation:orderUnknown' } })
    const { name, address: home, email } = known.order
    await saveDraft(ctx, bookingKind, token, {
      name: answers.name || name,
      address: answers.address || home,
      email: answers.email || (email ?? ''),
    })
  }
  if (step === 'contact' && !(await areaOfBooking(ctx, answers))) {
    return trouble(step, { answers, errors: await whyNoArea(ctx, answers.address) })
  }
  const back = form.get('back') === 'check' || (step === 'time' && wentThrough(answers))
  return seeOther(bookPath(token, back ? 'check' : nextBookingStep(step)))
}

async function send(ctx: Ctx, { form, token, address, trouble }: Posted) {
  if (form.get('consent') !== 'yes') return trouble('check', { consentMissing: true })
  const outcome = await bookOnline(ctx, { token }, address)
  if (outcome.ok) return seeOther(bookedPath(outcome.sent.token))
  return trouble(firstStepOf(outcome.errors), outcome)
}

/** All fields at once; without a draft of its own, one is begun for what is still to be put right. */
async function takeWhole(ctx: Ctx, posted: Posted) {
  const { token, fresh, answers, address, trouble } = posted
  const outcome = await bookOnline(ctx, { token: fresh ? null : token, patch: answers }, address)
  if (outcome.ok) return seeOther(bookedPath(outcome.sent.token))
  if (fresh) await keep(ctx, posted)
  return trouble(firstStepOf(outcome.errors), outcome)
}

const firstStepOf = (errors: BookingErrors): BookingStep => {
  const steps = (Object.keys(errors) as BookingField[]).map(stepOfBookingField)
  return bookingSteps.find((step) => steps.includes(step)) ?? 'check'
}
