import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useParams } from '@remix-run/react'
import { CustomerMessageForm, writeAsCustomer } from '#app/domain/tickets/index.server.ts'
import { type FormReply, seeOther, submitForm } from '#app/platform/http.server.ts'
import { readForm } from '#app/platform/uploads.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { customerContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { inTrouble } from '../title.server.ts'
import { MessageForm } from './message-form.tsx'

export function loader({ request, params: { token = '' }, context }: LoaderFunctionArgs) {
  if (!refusedHere.has(context)) throw redirect(`/track/${token}#talk`)
  return { pathname: new URL(request.url).pathname, submissionKey: newToken() }
}

const refusedHere = new WeakSet<LoaderFunctionArgs['context']>()

export async function action({ request, params: { token = '' }, context }: ActionFunctionArgs) {
  const { ctx } = await customerContext(request, token, 'track')
  const { form, files } = await readForm(request)
  const photos = files.filter(({ field }) => field === 'photos')
  const reply = await submitForm(form, CustomerMessageForm(photos.length), async (message) => {
    await writeAsCustomer(ctx, message, photos)
    return seeOther(`/track/${token}#talk`)
  })
  if (!(reply instanceof Response)) {
    inTrouble(context)
    refusedHere.add(context)
  }
  return reply
}

/** The composer again, with what was typed and what was wrong with it. */
export default function RefusedMessage() {
  const { token = '' } = useParams()
  const reply = useActionData<FormReply>()
  const form = useFormOf<'body' | 'submissionKey'>('message-form', { reply })
  return <MessageForm page={{ token, submissionKey: '' }} reply={form} />
}
