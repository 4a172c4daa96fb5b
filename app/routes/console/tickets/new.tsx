import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { atClosedStore } from '#app/domain/stores/index.server.ts'
import { customerByPhone } from '#app/domain/tickets/customer-by-phone.server.ts'
import { registerCall, RegisterCallForm } from '#app/domain/tickets/register-call.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { may } from '#app/platform/permissions.ts'
import { toE164 } from '#app/platform/phone.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf, useSubmissionKey } from '#app/routes/form.ts'
import { ThreePane } from '#app/ui/console/layout.tsx'
import { PageHead } from '#app/ui/console/page.tsx'
import { StoreClosed } from '../store-closed.tsx'
import { type CallField, CallForm, callFields } from './call-form.tsx'
import { CallAnswers } from './call-answers.tsx'
import { callerView } from './caller-view.server.ts'
import { CallerBought } from './caller-bought.tsx'
import { CallerOpen, CallerPast } from './caller.tsx'
import { answersAsked } from './known-answers.server.ts'
import { callFormId, useCall } from './use-call.ts'
import { ticketPath } from './use-ticket.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:register')
  const { searchParams } = new URL(request.url)
  const typed = Object.fromEntries(
    callFields.flatMap((name) => {
      const value = searchParams.get(name)
      return value ? [[name, value.slice(0, 5000)]] : []
    }),
  ) as Partial<Record<CallField, string>>
  const phone = typed.phone ? toE164(typed.phone) : null
  const t = translate(ctx.locale)
  return {
    title: t('tickets:call.title'),
    brand: t('brand'),
    by: ctx.actor.name,
    me: ctx.actor.id,
    storeClosed: await atClosedStore(ctx, 'ticket:register'),
    assesses: may(ctx.actor, 'ticket:triage'),
    submissionKey: newToken(),
    typed,
    looked: phone,
    answers: await answersAsked(ctx, searchParams),
    caller: phone ? callerView(ctx, await customerByPhone(ctx, phone)) : null,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:register')
  return submitForm(await request.formData(), RegisterCallForm, async (form) =>
    seeOther(ticketPath(await registerCall(ctx, form))),
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} – ${data?.brand}` },
]

/** The phone number first: who calls, what they bought and what is open appears beside the form. */
export default function RegisterCall() {
  const data = useLoaderData<typeof loader>()
  const { t, locale } = useWords()
  const reply = useActionData<typeof action>()
  const call = useCall(data, reply)
  const { caller } = call
  const f = useFormOf<CallField>(callFormId, {
    reply,
    defaults: {
      channel: 'phone',
      kind: 'repair',
      category: 'other',
      severity: '',
      name: caller?.name,
      address: caller?.address,
      email: caller?.email,
      language: caller?.locale ?? locale,
      ...data.typed,
    },
  })
  return (
    <>
      <PageHead title={data.title} sub={t('tickets:call.sub', { name: data.by })} />
      <StoreClosed closed={data.storeClosed} />
      <ThreePane
        first={
          <CallForm
            f={f}
            call={call}
            submissionKey={useSubmissionKey(data.submissionKey, 'call')}
            assesses={data.assesses}
          />
        }
        second={
          <CallerBought looked={call.looked} caller={caller} {...call.said} onPick={call.pick} />
        }
        third={
          <aside className="side" aria-label={t('tickets:call.panes.past')}>
            <CallerOpen caller={caller} />
            <CallAnswers answers={call.answers} />
            <CallerPast caller={caller} />
          </aside>
        }
      />
    </>
  )
}
