import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { AcceptPlanForm } from '#app/domain/planning/accept-plan-form.ts'
import { acceptPlan, readPlanId } from '#app/domain/planning/index.server.ts'
import { type FormReply, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { planned } from './planned.server.ts'
import { PlanPanel } from './plan-panel.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'visit:dispatch')
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'visit:dispatch')
  const id = readPlanId(params.id)
  const form = await request.formData()
  return submitForm(form, AcceptPlanForm, async ({ all, change }) => {
    const { day } = await acceptPlan(ctx, id, { changes: all ? 'all' : change })
    return planned(request, form, day)
  })
}

export default function Acceptance() {
  return <PlanPanel reply={useActionData<FormReply>()} />
}
