import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type ClientActionFunctionArgs, useActionData } from '@remix-run/react'
import { ConfirmVisitForm } from '#app/domain/visits/confirm-visit-form.ts'
import { confirmVisit, readVisitId } from '#app/domain/visits/index.server.ts'
import { type FormReply, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { sendOrSay } from '#app/routes/crew/sending.ts'
import { graceSeconds } from './grace.ts'
import { placed } from './placed.server.ts'
import { VisitPanel } from './visit-panel.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'visit:dispatch')
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'visit:dispatch')
  const id = readVisitId(params.id)
  return submitForm(await request.formData(), ConfirmVisitForm, async (form) =>
    placed(request, await confirmVisit(ctx, id, form, { graceSeconds })),
  )
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => sendOrSay(serverAction)

export default function Crew() {
  return <VisitPanel reply={useActionData<FormReply>()} />
}
