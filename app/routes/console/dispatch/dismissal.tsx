import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { dismissPlan, readPlanId } from '#app/domain/planning/index.server.ts'
import { z } from 'zod'
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
  return submitForm(form, z.object({}), async () => {
    const { day } = await dismissPlan(ctx, id)
    return planned(request, form, day)
  })
}

export default function Dismissal() {
  return <PlanPanel reply={useActionData<FormReply>()} />
}
