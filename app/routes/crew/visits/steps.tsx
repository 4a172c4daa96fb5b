import type { ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { recordStep } from '#app/domain/work/index.server.ts'
import { RecordStepForm } from '#app/domain/work/record-step-form.ts'
import { submitForm } from '#app/platform/http.server.ts'
import { savedOrBack } from './saved.server.ts'
import { atOwnVisit } from './visit-context.server.ts'
import { VisitPage } from './visit-page.tsx'

export async function action(args: ActionFunctionArgs) {
  const { ctx, id } = await atOwnVisit(args)
  const form = await args.request.formData()
  return submitForm(form, RecordStepForm, async (value) => {
    await recordStep(ctx, id, value)
    return savedOrBack(form, id)
  })
}

export default function Steps() {
  return <VisitPage reply={useActionData()} />
}
