import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askSteps } from '#app/domain/returns/ask-steps.ts'
import { readAskDraft } from '#app/domain/returns/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { mailProviderSet } from '#app/platform/mail.server.ts'
import { toE164 } from '#app/platform/phone.server.ts'
import { readForm } from '#app/platform/uploads.server.ts'
import { publicContext } from '#app/routes/context.server.ts'
import { StepsPage } from '../steps.tsx'
import { pageTitle } from '../title.server.ts'
import { CheckStep } from './check-step.tsx'
import { CoverStep } from './cover-step.tsx'
import { GoodsStep } from './goods-step.tsx'
import { OrderStep } from './order-step.tsx'
import { answerBy, coverOf, orderOf, orderView, stepToReturnTo } from './page.server.ts'
import { askedPath, askPath } from './paths.ts'
import { PhotosStep } from './photos-step.tsx'
import { placeOf, takeAsk } from './post.server.ts'
import { ProblemStep } from './problem-step.tsx'
import { ReturnErrorSummary } from './return-errors.tsx'
import { WishStep } from './wish-step.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await publicContext(request)
  const { searchParams } = new URL(request.url)
  const { token, step, fresh, posted } = placeOf(request, context)
  const draft = await readAskDraft(ctx, token)
  if (!posted && draft.sent) throw redirect(askedPath(draft.sent.token))
  const answers = fresh
    ? { orderNumber: searchParams.get('order')?.slice(0, 40) ?? '' }
    : draft.answers
  const missing = fresh ? null : stepToReturnTo(answers, step)
  if (missing) throw redirect(askPath(token, missing))

  const order = step === 'order' ? null : await orderOf(ctx, answers, context.address)
  if (step !== 'order' && !order) throw redirect(askPath(token, 'order'))
  const line = order?.lines.find(({ id }) => String(id) === answers.line)
  if (order && !line && step !== 'goods') throw redirect(askPath(token, 'goods'))
  const shown = order && orderView(ctx, order)
  const page = {
    title: pageTitle(ctx.locale, translate(ctx.locale)(`asks:ask.${step}.heading`), context),
    token,
    fresh,
    step,
    back: searchParams.get('back') === 'check',
    answers,
    photos: draft.photos,
    order: shown,
    line: shown?.lines.find(({ id }) => id === line?.id) ?? null,
    cover:
      step === 'cover' && order && line
        ? await coverOf(ctx, answers, { deliveredOn: order.deliveredOn, line })
        : null,
    by: step === 'cover' || step === 'check' ? await answerBy(ctx) : null,
    mails: mailProviderSet(),
    phone: step === 'check' ? toE164(answers.phone ?? '') : null,
  }
  // The first page is anybody's; kept, so that going back to it finds the request that was begun there.
  return data(page, fresh ? { headers: { 'Cache-Control': 'private, max-age=0' } } : {})
}

export async function action({ request, context }: ActionFunctionArgs) {
  return takeAsk(await publicContext(request), await readForm(request), context)
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const stepPages = {
  order: OrderStep,
  goods: GoodsStep,
  problem: ProblemStep,
  wish: WishStep,
  photos: PhotosStep,
  cover: CoverStep,
  check: CheckStep,
}

export default function Return() {
  const { t } = useWords()
  const page = useLoaderData<typeof loader>()
  const trouble = useActionData<typeof action>()
  const StepPage = stepPages[page.step]
  return (
    <StepsPage
      kind="return"
      steps={askSteps.map((step) => ({ step, label: t(`asks:ask.steps.${step}`) }))}
      place={page}
      pathOf={askPath}
    >
      <ReturnErrorSummary trouble={trouble} />
      <StepPage page={page} answers={{ ...page.answers, ...trouble?.answers }} trouble={trouble} />
    </StepsPage>
  )
}
