import type { ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { correctRecord } from '#app/domain/work/index.server.ts'
import { CorrectRecordForm } from '#app/domain/work/correct-record-form.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { atOwnVisit } from './visit-context.server.ts'
import { VisitPage } from './visit-page.tsx'

/** VS-3: something put right about what was signed. The open page sends it as `live` and needs no page in return. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, id } = await atOwnVisit(args)
  const form = await args.request.formData()
  return submitForm(form, CorrectRecordForm, async (correction) => {
    await correctRecord(ctx, id, correction)
    return form.has('live')
      ? new Response(null, { status: 204 })
      : seeOther(`/crew/visits/${id}#corrections`)
  })
}

export default function Correction() {
  return <VisitPage reply={useActionData()} />
}
