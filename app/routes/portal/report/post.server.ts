import { type AppLoadContext, data } from '@remix-run/node'
import {
  type Answers,
  type ReportErrors,
  type ReportStep,
  addReportPhotos,
  answersOf,
  isReportStep,
  nextStep,
  type RefusedPhoto,
  removeReportPhoto,
  reportErrors,
  reportSteps,
  saveAnswers,
  stepOfField,
} from '#app/domain/tickets/index.server.ts'
import { sendReport } from '#app/domain/bookings/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { type RefusalBody, seeOther } from '#app/platform/http.server.ts'
import { looksLikeToken, newToken } from '#app/platform/tokens.server.ts'
import type { UploadedFile } from '#app/platform/uploads.server.ts'
import { inTrouble } from '../title.server.ts'
import { withWay } from './begun-with.server.ts'
import { sentPath, stepPath } from './paths.ts'

/** What the page shows again when a form was not taken. */
export interface ReportTrouble {
  answers: Answers
  errors: ReportErrors
  consentMissing: boolean
  refusedPhotos: RefusedPhoto[]
  refusal: RefusalBody | null
}

const places = new WeakMap<AppLoadContext, Place>()
interface Place {
  token: string
  step: ReportStep
  /** What was answered, when the window chosen went meanwhile. */
  gone?: Answers
}

/** Where in which report this request is: what its form said, else what its address says. */
export function placeOf(request: Request, context: AppLoadContext): Place & { fresh: boolean } {
  const posted = places.get(context)
  if (posted) return { ...posted, fresh: false }
  const { searchParams } = new URL(request.url)
  const draft = searchParams.get('draft') ?? undefined
  const step = searchParams.get('step')
  return looksLikeToken(draft)
    ? { token: draft, step: isReportStep(step) ? step : 'product', fresh: false }
    : { token: newToken(), step: 'product', fresh: true }
}

/** Takes one step of a report, or all of it at once, and says where to go next. */
export async function takeReport(
  ctx: Ctx,
  { form, files }: { form: FormData; files: UploadedFile[] },
  context: AppLoadContext,
) {
  const draft = form.get('draft')
  const token = typeof draft === 'string' && looksLikeToken(draft) ? draft : newToken()
  const said = form.get('step')
  const step = isReportStep(said) ? said : null
  const posted: Posted = { form, token, photos: files.filter(({ field }) => field === 'photos') }
  const trouble = (at: ReportStep, what: Partial<ReportTrouble>, status = 422) => {
    places.set(context, { token, step: at })
    inTrouble(context)
    const none = {
      answers: {},
      errors: {},
      consentMissing: false,
      refusedPhotos: [],
      refusal: null,
    }
    return data<ReportTrouble>({ ...none, ...what }, status)
  }
  try {
    if (step === null) return await takeWhole(ctx, posted, trouble)
    return await (step === 'check'
      ? send(ctx, posted, trouble)
      : takeStep(ctx, posted, step, trouble))
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind === 'not_found') throw error
    const refusal = { refusal: error.code, values: error.values }
    const answers = answersOf(form, step)
    if (error.code === 'windowGone')
      return await windowWent(ctx, posted, { refusal, trouble, context })
    return trouble(step ?? 'check', { answers, refusal }, error.kind === 'too_many' ? 429 : 409)
  }
}

/** Back to the question of when, with all that was answered but the window that went. */
async function windowWent(
  ctx: Ctx,
  { form, token }: Posted,
  {
    refusal,
    trouble,
    context,
  }: { refusal: RefusalBody; trouble: Trouble; context: AppLoadContext },
) {
  const typed = answersOf(form, null)
  const { answers: gone } = await saveAnswers(ctx, token, typed)
  const { answers } = await saveAnswers(ctx, token, { day: '', window: '' })
  const reply = trouble('when', { answers, refusal }, 409)
  places.set(context, { token, step: 'when', gone })
  return reply
}

interface Posted {
  form: FormData
  token: string
  photos: UploadedFile[]
}
type Trouble = (
  at: ReportStep,
  what: Partial<ReportTrouble>,
  status?: number,
) => ReturnType<typeof data<ReportTrouble>>

async function takeStep(
  ctx: Ctx,
  { form, token, photos }: Posted,
  step: ReportStep,
  trouble: Trouble,
) {
  const typed = await withWay(ctx, token, step, answersOf(form, step))
  const { answers, sent } = await saveAnswers(ctx, token, typed)
  if (sent) return seeOther(sentPath(sent.token))
  const back = form.get('back') === 'check'
  const remove = form.get('remove')
  if (typeof remove === 'string') {
    await removeReportPhoto(ctx, token, remove)
    return seeOther(`${stepPath(token, step, back)}#photos`)
  }
  const refusedPhotos = await addReportPhotos(ctx, token, photos)
  if (form.has('look') && refusedPhotos.length === 0) {
    return seeOther(`${stepPath(token, step, back)}&looked=yes#suggested`)
  }
  const errors = await reportErrors(ctx, answers, step)
  if (refusedPhotos.length > 0 || Object.keys(errors).length > 0) {
    return trouble(step, { answers, errors, refusedPhotos })
  }
  return seeOther(stepPath(token, back ? 'check' : nextStep(step)))
}

async function send(ctx: Ctx, { form, token }: Posted, trouble: Trouble) {
  if (form.get('consent') !== 'yes') return trouble('check', { consentMissing: true })
  const submission = await sendReport(ctx, token)
  if (submission.ok) return seeOther(sentPath(submission.sent.token))
  return trouble(firstStepOf(submission.errors), submission)
}

/** All fields at once: what a photo's content spoils is asked again, what the disk can't keep is not waited for. */
async function takeWhole(ctx: Ctx, { form, token, photos }: Posted, trouble: Trouble) {
  const answers = answersOf(form, null)
  const refusals = await addReportPhotos(ctx, token, photos)
  const refusedPhotos = refusals.filter(({ reason }) => reason !== 'not_kept')
  if (refusedPhotos.length > 0) {
    const saved = await saveAnswers(ctx, token, answers)
    return trouble('problem', { answers: saved.answers, refusedPhotos })
  }
  const submission = await sendReport(ctx, token, answers)
  if (submission.ok) return seeOther(sentPath(submission.sent.token, refusals.length > 0))
  return trouble(firstStepOf(submission.errors), submission)
}

const firstStepOf = (errors: ReportErrors): ReportStep => {
  const steps = (Object.keys(errors) as (keyof ReportErrors)[]).map(stepOfField)
  return reportSteps.find((step) => steps.includes(step)) ?? 'check'
}
