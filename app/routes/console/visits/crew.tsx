import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { ConfirmVisitForm } from '#app/domain/visits/confirm-visit-form.ts'
import { confirmVisit, readVisitId } from '#app/domain/visits/index.server.ts'
import { type FormReply, seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { VisitPage } from './visit-page.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'visit:dispatch')
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'visit:dispatch')
  const id = readVisitId(params.id)
  return submitForm(await request.formData(), ConfirmVisitForm, async (form) => {
    await confirmVisit(ctx, id, form)
    return seeOther(`/console/visits/${id}`)
  })
}

export default function Crew() {
  return <VisitPage open="crew" reply={useActionData<FormReply>()} />
}
