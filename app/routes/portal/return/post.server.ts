import { type AppLoadContext, data } from '@remix-run/node'
import { type Shot, shots } from '#db/vocabulary/returns.ts'
import {
  type AskAnswers,
  askSteps,
  type AskStep,
  isAskStep,
  nextAskStep,
  stepOfAskField,
  type AskField,
} from '#app/domain/returns/ask-steps.ts'
import {
  askAnswersOf,
  askAsCustomer,
  type AskErrors,
  askErrorsIn,
  askKind,
  orderToReturn,
} from '#app/domain/returns/index.server.ts'
import {
  addReportPhoto,
  findDraft,
  type RefusedPhoto,
  removeReportPhoto,
  saveDraft,
} from '#app/domain/tickets/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { type RefusalBody, seeOther } from '#app/platform/http.server.ts'
import { looksLikeToken, newToken } from '#app/platform/tokens.server.ts'
import type { UploadedFile } from '#app/platform/uploads.server.ts'
import { inTrouble } from '../title.server.ts'
import { askedPath, askPath } from './paths.ts'

/** What the page shows again when a form was not taken. */
export interface AskTrouble {
  answers: AskAnswers
  errors: AskErrors
  consentMissing: boolean
  refusedPhotos: (RefusedPhoto & { shot: Shot })[]
  refusal: RefusalBody | null
}

interface Place {
  token: string
  step: AskStep
}
const places = new WeakMap<AppLoadContext, Place>()

/** Where in which request this is: what its form said, else what its address says. */
export function placeOf(
  request: Request,
  context: AppLoadContext,
): Place & { fresh: boolean; posted: boolean } {
  const place = places.get(context)
  if (place) return { ...place, fresh: false, posted: true }
  const { searchParams } = new URL(request.url)
  const draft = searchParams.get('draft') ?? undefined
  const step = searchParams.get('step')
  return looksLikeToken(draft)
    ? { token: draft, step: isAskStep(step) ? step : 'order', fresh: false, posted: false }
    : { token: newToken(), step: 'order', fresh: true, posted: false }
}

interface Posted {
  form: FormData
  files: UploadedFile[]
  token: string
  step: AskStep
  /** Where the request came from. */
  address: string
  trouble: (
    at: AskStep,
    what: Partial<AskTrouble>,
    status?: number,
  ) => ReturnType<typeof data<AskTrouble>>
}

/** Takes one step and says where to go next. */
export async function takeAsk(
  ctx: Ctx,
  { form, files }: { form: FormData; files: UploadedFile[] },
  context: AppLoadContext,
) {
  const draft = form.get('draft')
  const token = typeof draft === 'string' && looksLikeToken(draft) ? draft : newToken()
  const said = form.get('step')
  const step = isAskStep(said) ? said : 'order'
  const trouble: Posted['trouble'] = (at, what, status = 422) => {
    places.set(context, { token, step: at })
    inTrouble(context)
    const none = { answers: {}, errors: {}, consentMissing: false, refusedPhotos: [] }
    return data<AskTrouble>({ ...none, refusal: null, ...what }, status)
  }
  const posted = { form, files, token, step, address: context.address, trouble }
  try {
    if (step === 'check') return await send(ctx, posted)
    return await (step === 'photos' ? takePhotos(ctx, posted) : takeStep(ctx, posted))
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind === 'not_found') throw error
    const refusal = { refusal: error.code, values: error.values }
    const status = error.kind === 'too_many' ? 429 : 409
    return trouble(step, { answers: askAnswersOf(form, step), refusal }, status)
  }
}

const onward = ({ form, token, step }: Posted) =>
  seeOther(askPath(token, form.get('back') === 'check' ? 'check' : nextAskStep(step)))

async function takeStep(ctx: Ctx, posted: Posted) {
  const { form, token, step, address, trouble } = posted
  const typed = askAnswersOf(form, step)
  const before: AskAnswers = (await findDraft(ctx, token))?.answers ?? {}
  // Pieces belong to their line.
  const other = step === 'goods' && before.line && before.line !== typed.line
  const patch = other ? { ...typed, pieces: '', quantity: '' } : typed
  const { answers, sent } = await saveDraft(ctx, askKind, token, patch)
  if (sent) return seeOther(askedPath(sent.token))
  const errors = askErrorsIn(answers, step)
  if (Object.keys(errors).length > 0) return trouble(step, { answers, errors })
  if (step === 'wish' || step === 'cover') return onward(posted)
  const order = await orderToReturn(ctx, answers, address)
  if (!order) {
    return trouble('order', { answers, errors: { orderNumber: 'validation:orderNotFound' } })
  }
  if (step === 'order') {
    await saveDraft(ctx, askKind, token, {
      name: answers.name || order.name,
      address: answers.address || order.address,
      email: answers.email || (order.email ?? ''),
    })
    return onward(posted)
  }
  const line = order.lines.find(({ id }) => String(id) === answers.line)
  if (!line) return trouble('goods', { answers, errors: { line: 'validation:choose' } })
  if (step === 'problem' && Number(answers.quantity || 1) > line.quantity) {
    return trouble(step, { answers, errors: { quantity: 'validation:quantity' } })
  }
  // Another thing on the check page has its own pieces.
  return other ? seeOther(askPath(token, 'problem', form.get('back') === 'check')) : onward(posted)
}

async function takePhotos(ctx: Ctx, posted: Posted) {
  const { form, files, token, step, trouble } = posted
  const remove = form.get('remove')
  if (typeof remove === 'string') {
    await removeReportPhoto(ctx, token, remove)
    return seeOther(askPath(token, step, form.get('back') === 'check'))
  }
  const refusedPhotos: AskTrouble['refusedPhotos'] = []
  for (const shot of shots) {
    const file = files.find(({ field }) => field === `shot-${shot}`)
    if (!file) continue
    const { alreadySent } = askKind
    const kept = await addReportPhoto(ctx, token, file, { shot, alreadySent })
    if (!kept.ok) refusedPhotos.push({ shot, name: file.name, reason: kept.reason })
  }
  return refusedPhotos.length > 0 ? trouble(step, { refusedPhotos }) : onward(posted)
}

async function send(ctx: Ctx, { form, token, address, trouble }: Posted) {
  if (form.get('consent') !== 'yes') return trouble('check', { consentMissing: true })
  const outcome = await askAsCustomer(ctx, token, address)
  if (outcome.ok) return seeOther(askedPath(outcome.sent.token))
  return trouble(firstStepOf(outcome.errors) ?? 'check', outcome)
}

/** The first step of those with something wrong. */
export function firstStepOf(errors: AskErrors): AskStep | null {
  const steps = (Object.keys(errors) as AskField[]).map(stepOfAskField)
  return askSteps.find((step) => steps.includes(step)) ?? null
}
