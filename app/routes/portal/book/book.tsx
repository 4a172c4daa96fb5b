import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type BookingAnswers, bookingSteps } from '#app/domain/bookings/booking-steps.ts'
import { areasToChoose } from '#app/domain/bookings/index.server.ts'
import { findDraft, sentForm } from '#app/domain/tickets/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { mailProviderSet } from '#app/platform/mail.server.ts'
import { toE164 } from '#app/platform/phone.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { readForm } from '#app/platform/uploads.server.ts'
import { publicContext } from '#app/routes/context.server.ts'
import { StepsPage } from '../steps.tsx'
import { pageTitle } from '../title.server.ts'
import { BookErrorSummary } from './book-errors.tsx'
import { CheckStep } from './check-step.tsx'
import { ContactStep } from './contact-step.tsx'
import { HomeStep } from './home-step.tsx'
import { OrderStep } from './order-step.tsx'
import {
  chosenWindows,
  elsewhereOf,
  orderOf,
  servicesOnline,
  stepToReturnTo,
  timeOf,
} from './page.server.ts'
import { bookedPath, bookPath } from './paths.ts'
import { placeOf } from './place.server.ts'
import { takeBooking } from './post.server.ts'
import { TimeStep } from './time-step.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await publicContext(request)
  const { searchParams } = new URL(request.url)
  const { token, step, fresh, posted, gone } = placeOf(request, context)
  const draft = fresh ? null : await findDraft(ctx, token)
  const reading = !posted && !fresh
  if (reading && draft?.ticketId) {
    throw redirect(bookedPath((await sentForm(ctx, draft.ticketId)).token))
  }
  const answers: BookingAnswers = draft?.answers ?? {
    orderNumber: searchParams.get('order')?.slice(0, 40) ?? '',
    service: searchParams.get('service') ?? '',
  }
  const missing = fresh ? null : stepToReturnTo(answers, step)
  if (missing) throw redirect(bookPath(token, missing))

  const order =
    step === 'order' || step === 'home' ? null : await orderOf(ctx, answers, context.address)
  const wish = { day: searchParams.get('day'), from: searchParams.get('from') }
  const time = step === 'time' ? await timeOf(ctx, { answers, order, wish, gone }) : null
  const chosen = step === 'check' ? await chosenWindows(ctx, answers) : null
  if (step === 'time' && !time) throw redirect(bookPath(token, 'contact'))
  if (reading && step === 'check' && chosen?.window?.day !== answers.day) {
    throw redirect(bookPath(token, 'time'))
  }
  const elsewhere = step === 'contact' ? await elsewhereOf(ctx, answers) : null
  const t = translate(ctx.locale)
  const heading = time ? t(`book:time.heading.${time.service}`) : t(headings[step])
  const page = {
    title: pageTitle(ctx.locale, heading, context),
    token,
    fresh,
    step,
    back: searchParams.get('back') === 'check',
    answers,
    services: step === 'order' ? await servicesOnline(ctx) : [],
    order,
    areas: step === 'contact' && !elsewhere ? await areasToChoose(ctx, answers.address) : [],
    elsewhere,
    mails: mailProviderSet(),
    time,
    chosen,
    callAhead: step === 'check' ? (await currentSettings(ctx)).callAheadMinutes : null,
    phone: step === 'check' ? toE164(answers.phone ?? '') : null,
  }
  // The first page is anybody's; kept, so that going back to it finds the booking that was begun there.
  return data(page, fresh ? { headers: { 'Cache-Control': 'private, max-age=0' } } : {})
}

const headings = {
  order: 'book:order.heading',
  contact: 'book:contact.heading',
  time: 'book:steps.time',
  home: 'book:home.heading',
  check: 'book:check.heading',
} as const

export async function action({ request, context }: ActionFunctionArgs) {
  const { form } = await readForm(request)
  return takeBooking(await publicContext(request), form, context)
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const stepPages = {
  order: OrderStep,
  contact: ContactStep,
  time: TimeStep,
  home: HomeStep,
  check: CheckStep,
}

export default function Book() {
  const { t } = useWords()
  const page = useLoaderData<typeof loader>()
  const trouble = useActionData<typeof action>()
  const { step, time } = page
  const StepPage = stepPages[step]
  return (
    <StepsPage
      kind="book"
      steps={bookingSteps.map((one) => ({ step: one, label: t(`book:steps.${one}`) }))}
      place={page}
      pathOf={bookPath}
    >
      <BookErrorSummary trouble={trouble} gone={time?.gone ?? null} />
      <StepPage page={page} answers={{ ...page.answers, ...trouble?.answers }} trouble={trouble} />
    </StepsPage>
  )
}
