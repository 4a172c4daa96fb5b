import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { readVisitId } from '#app/domain/visits/index.server.ts'
import { inspectWork } from '#app/domain/work/index.server.ts'
import { InspectWorkForm } from '#app/domain/work/inspect-work-form.ts'
import { type FormReply, seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { VisitPage } from './visit-page.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'visit:inspect')
  return null
}

/** VS-8: the inspector's check. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'visit:inspect')
  const id = readVisitId(params.id)
  return submitForm(await request.formData(), InspectWorkForm, async (form) => {
    await inspectWork(ctx, id, { ...form, level: 'inspector' })
    return seeOther(`/console/visits/${id}`)
  })
}

export default function Inspections() {
  return <VisitPage open="inspections" reply={useActionData<FormReply>()} />
}
