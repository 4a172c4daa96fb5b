import type {
  ActionFunctionArgs,
  HeadersFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nearestForReport, reportWindow, reportWindows } from '#app/domain/bookings/index.server.ts'
import {
  firstCall,
  orderKnownBy,
  readDraft,
  reportErrors,
} from '#app/domain/tickets/index.server.ts'
import { reportSteps, stepOfField } from '#app/domain/tickets/report-steps.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { mailProviderSet } from '#app/platform/mail.server.ts'
import { toE164 } from '#app/platform/phone.server.ts'
import { holidaysOf } from '#app/platform/service-hours.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { addDays, dayOf } from '#app/platform/time.server.ts'
import { readForm } from '#app/platform/uploads.server.ts'
import { publicContext } from '#app/routes/context.server.ts'
import { StepsPage } from '../steps.tsx'
import { pageTitle } from '../title.server.ts'
import { begunWith } from './begun-with.server.ts'
import { categoriesOf } from './categories.server.ts'
import { CheckStep } from './check-step.tsx'
import { sentPath, stepPath } from './paths.ts'
import { placeOf, takeReport } from './post.server.ts'
import { ProblemStep } from './problem-step.tsx'
import { ProductStep } from './product-step.tsx'
import { ReportErrorSummary } from './report-errors.tsx'
import { suggestedAnswers } from './suggested.server.ts'
import { WhenStep } from './when-step.tsx'
import { WhereStep } from './where-step.tsx'
import { withWish } from './wish.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await publicContext(request)
  const { token, step, fresh, gone } = placeOf(request, context)
  const draft = await readDraft(ctx, token)
  const { photos, sent } = draft
  const answers =
    step === 'product' || step === 'problem'
      ? await withWish(ctx, draft.answers, context.address)
      : draft.answers
  const search = new URL(request.url).searchParams
  const reading = request.method === 'GET' && !fresh
  if (reading && sent && search.has('draft')) {
    throw redirect(sentPath(sent.token))
  }
  const [missing] = step === 'check' ? Object.keys(await reportErrors(ctx, answers)) : []
  if (reading && missing)
    throw redirect(stepPath(token, stepOfField(missing as keyof typeof answers)))
  const checking = step === 'check'
  const settings = await currentSettings(ctx)
  const now = ctx.now()
  const { orderNumber = '', phone = '', product = '' } = answers
  const page = {
    title: pageTitle(ctx.locale, translate(ctx.locale)(`report:${step}.heading`), context),
    token,
    fresh,
    product,
    step,
    back: search.get('back') === 'check',
    answers,
    categories: await categoriesOf(ctx, step, answers),
    photos,
    mails: mailProviderSet(),
    days: Array.from({ length: 7 }, (_, index) => addDays(dayOf(now), index + 1)),
    order: checking
      ? await orderKnownBy(ctx, { orderNumber, phone, product }, context.address)
      : null,
    call: checking ? firstCall(now, settings, await holidaysOf(ctx)) : null,
    begun: await begunWith(ctx, search, step),
    suggested: step === 'problem' ? await suggestedAnswers(ctx, answers, token) : [],
    looked: search.has('looked'),
    offer: step === 'when' ? await reportWindows(ctx, answers) : [],
    visit: checking ? await reportWindow(ctx, answers) : null,
    phone: checking ? toE164(phone) : null,
    gone: gone
      ? { window: await reportWindow(ctx, gone), nearest: await nearestForReport(ctx, gone) }
      : null,
  }
  // The first page is anybody's; kept, so that going back to it finds the report that was begun there.
  return data(page, fresh ? { headers: { 'Cache-Control': 'private, max-age=0' } } : {})
}

export async function action({ request, context }: ActionFunctionArgs) {
  return takeReport(await publicContext(request), await readForm(request), context)
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const stepPages = {
  product: ProductStep,
  problem: ProblemStep,
  where: WhereStep,
  when: WhenStep,
  check: CheckStep,
}

export default function Report() {
  const { t } = useWords()
  const page = useLoaderData<typeof loader>()
  const trouble = useActionData<typeof action>()
  const StepPage = stepPages[page.step]
  return (
    <StepsPage
      kind="report"
      steps={reportSteps.map((step) => ({ step, label: t(`report:steps.${step}`) }))}
      place={page}
      pathOf={stepPath}
    >
      <ReportErrorSummary trouble={trouble} gone={page.gone} />
      <StepPage page={page} answers={{ ...page.answers, ...trouble?.answers }} trouble={trouble} />
    </StepsPage>
  )
}
