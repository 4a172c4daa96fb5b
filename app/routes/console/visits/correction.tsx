import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { readVisitId } from '#app/domain/visits/index.server.ts'
import { correctRecord } from '#app/domain/work/index.server.ts'
import { CorrectRecordForm } from '#app/domain/work/correct-record-form.ts'
import { type FormReply, seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { VisitPage } from './visit-page.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'visit:change')
  return null
}

/** VS-3: something put right about what was signed. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'visit:change')
  const id = readVisitId(params.id)
  return submitForm(await request.formData(), CorrectRecordForm, async (form) => {
    await correctRecord(ctx, id, form)
    return seeOther(`/console/visits/${id}#record`)
  })
}

export default function Correction() {
  return <VisitPage open="correction" reply={useActionData<FormReply>()} />
}
