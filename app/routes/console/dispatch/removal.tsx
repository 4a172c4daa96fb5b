import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type ClientActionFunctionArgs, useActionData } from '@remix-run/react'
import { readVisitId, takeOffCrew } from '#app/domain/visits/index.server.ts'
import { VersionForm } from '#app/domain/visits/pin-visit-form.ts'
import { type FormReply, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { sendOrSay } from '#app/routes/crew/sending.ts'
import { placed } from './placed.server.ts'
import { VisitPanel } from './visit-panel.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'visit:dispatch')
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'visit:dispatch')
  const id = readVisitId(params.id)
  return submitForm(await request.formData(), VersionForm, async (form) =>
    placed(request, await takeOffCrew(ctx, id, form)),
  )
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => sendOrSay(serverAction)

export default function Removal() {
  return <VisitPanel reply={useActionData<FormReply>()} />
}
