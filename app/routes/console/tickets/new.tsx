import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useFetcher, useLoaderData } from '@remix-run/react'
import { useRef, useState } from 'react'
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
import { type CallField, CallForm, callFields } from './call-form.tsx'
import { callerView } from './caller-view.server.ts'
import { CallerBought, CallerPast } from './caller.tsx'
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
    assesses: may(ctx.actor, 'ticket:triage'),
    submissionKey: newToken(),
    typed,
    looked: phone,
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
  const lookup = useFetcher<typeof loader>()
  const { looked, caller } = lookup.data ?? data
  const form = useRef<HTMLFormElement>(null)
  const asked = useRef('')
  const [product, setProduct] = useState(data.typed.product ?? '')
  const f = useFormOf<CallField>('call', {
    reply: useActionData<typeof action>(),
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
  const submissionKey = useSubmissionKey(data.submissionKey, 'call')
  const fill = (values: Partial<Record<CallField, string>>) => {
    for (const [name, value] of Object.entries(values)) {
      const field = form.current?.elements.namedItem(name)
      if (field instanceof HTMLInputElement) field.value = value
    }
    if (values.product !== undefined) setProduct(values.product)
  }
  const look = (phone: string) => {
    const digits = phone.replace(/\D/g, '')
    if (digits.length < 7 || digits === asked.current) return
    asked.current = digits
    void lookup.load(`/console/tickets/new?phone=${encodeURIComponent(phone)}`)
  }
  return (
    <>
      <PageHead title={data.title} sub={t('tickets:call.sub', { name: data.by })} />
      <ThreePane
        first={
          <CallForm
            ref={form}
            f={f}
            submissionKey={submissionKey}
            assesses={data.assesses}
            looked={looked}
            caller={caller}
            product={product}
            onLook={look}
            onProduct={(typed) => {
              setProduct(typed)
              const line = caller?.bought.find((one) => one.product === typed)
              if (line) fill({ orderNumber: line.orderNumber })
            }}
          />
        }
        second={
          <CallerBought
            looked={looked}
            caller={caller}
            product={product}
            onPick={(line) => fill({ product: line.product, orderNumber: line.orderNumber })}
          />
        }
        third={<CallerPast caller={caller} />}
      />
    </>
  )
}
