import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { clearMark, readVisitId } from '#app/domain/visits/index.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { type FormReply, ownPath, seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { visitMarkKinds } from '#db/vocabulary/visits.ts'
import { VisitPage } from './visit-page.tsx'

const kindIn = (given: string | undefined) => {
  const kind = visitMarkKinds.find((one) => one === given)
  if (!kind) throw notFound()
  return kind
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  await staffContext(request, 'visit:change')
  kindIn(params.kind)
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'visit:change')
  const id = readVisitId(params.id)
  const kind = kindIn(params.kind)
  const sent = await request.formData()
  return submitForm(sent, z.object({}), async () => {
    await clearMark(ctx, id, kind)
    return seeOther(ownPath(sent.get('back'), `/console/visits/${id}`))
  })
}

export default function MarkClearance() {
  return <VisitPage open="clearance" reply={useActionData<FormReply>()} />
}
