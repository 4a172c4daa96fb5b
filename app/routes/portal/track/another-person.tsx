import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useOutletContext } from '@remix-run/react'
import { AnotherPersonForm } from '#app/domain/tickets/another-person-form.ts'
import { askForAnother } from '#app/domain/tickets/index.server.ts'
import { type FormReply, seeOther, submitForm } from '#app/platform/http.server.ts'
import { readForm } from '#app/platform/uploads.server.ts'
import { customerContext } from '#app/routes/context.server.ts'
import { inTrouble } from '../title.server.ts'
import { AnotherPerson } from './another-person-section.tsx'
import type { TrackPage } from './next.tsx'

const refusedHere = new WeakSet<LoaderFunctionArgs['context']>()

export function loader({ params: { token = '' }, context }: LoaderFunctionArgs) {
  if (!refusedHere.has(context)) throw redirect(`/track/${token}#another`)
  return null
}

export async function action({ request, params: { token = '' }, context }: ActionFunctionArgs) {
  const { ctx } = await customerContext(request, token, 'track')
  const { form } = await readForm(request)
  const reply = await submitForm(form, AnotherPersonForm, async (wish) => {
    await askForAnother(ctx, wish)
    return seeOther(`/track/${token}#another`)
  })
  if (!(reply instanceof Response)) {
    inTrouble(context)
    refusedHere.add(context)
  }
  return reply
}

/** IN-9: what the customer asked for and was not taken, with why. */
export default function RefusedWish() {
  return <AnotherPerson page={useOutletContext<TrackPage>()} reply={useActionData<FormReply>()} />
}
