import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { noShow, readVisitId } from '#app/domain/visits/index.server.ts'
import { NoShowForm } from '#app/domain/visits/no-show-form.ts'
import { type FormReply, seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { VisitPage } from './visit-page.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'visit:change')
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'visit:change')
  const id = readVisitId(params.id)
  return submitForm(await request.formData(), NoShowForm, async (form) => {
    await noShow(ctx, id, form)
    return seeOther(`/console/visits/${id}`)
  })
}

export default function NoShow() {
  return <VisitPage open="no-show" reply={useActionData<FormReply>()} />
}
