import type { ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { CallAheadForm } from '#app/domain/visits/call-ahead-form.ts'
import { callAhead } from '#app/domain/visits/index.server.ts'
import { submitForm } from '#app/platform/http.server.ts'
import { savedOrBack } from './saved.server.ts'
import { atOwnVisit } from './visit-context.server.ts'
import { VisitPage } from './visit-page.tsx'

export async function action(args: ActionFunctionArgs) {
  const { ctx, id } = await atOwnVisit(args)
  const form = await args.request.formData()
  return submitForm(form, CallAheadForm, async (value) => {
    await callAhead(ctx, id, value)
    return savedOrBack(form, id)
  })
}

export default function CallAhead() {
  return <VisitPage reply={useActionData()} />
}
