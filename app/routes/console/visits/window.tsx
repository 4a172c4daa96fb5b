import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { moveVisitToWindow } from '#app/domain/bookings/index.server.ts'
import { MoveToWindowForm } from '#app/domain/bookings/move-to-window-form.ts'
import { moveVisit, readVisitId } from '#app/domain/visits/index.server.ts'
import { MoveVisitForm } from '#app/domain/visits/move-visit-form.ts'
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
  const sent = await request.formData()
  if (sent.get('window')) {
    return submitForm(sent, MoveToWindowForm, async (form) => {
      await moveVisitToWindow(ctx, id, form)
      return seeOther(`/console/visits/${id}`)
    })
  }
  return submitForm(sent, MoveVisitForm, async (form) => {
    const { crewLost } = await moveVisit(ctx, id, form)
    return seeOther(`/console/visits/${id}${crewLost ? '?crew=lost' : ''}`)
  })
}

export default function Window() {
  return <VisitPage open="window" reply={useActionData<FormReply>()} />
}
