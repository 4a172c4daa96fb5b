import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { MarkVisitForm } from '#app/domain/visits/mark-visit-form.ts'
import { markVisit, readVisitId } from '#app/domain/visits/index.server.ts'
import { type FormReply, ownPath, seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { VisitPage } from './visit-page.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'visit:change')
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'visit:change')
  const id = readVisitId(params.id)
  const sent = await request.formData()
  return submitForm(sent, MarkVisitForm, async (form) => {
    await markVisit(ctx, id, form)
    return seeOther(ownPath(sent.get('back'), `/console/visits/${id}`))
  })
}

export default function Marks() {
  return <VisitPage open="marks" reply={useActionData<FormReply>()} />
}
