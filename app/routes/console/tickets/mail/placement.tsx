import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useOutletContext } from '@remix-run/react'
import { placeMail, PlaceMailForm } from '#app/domain/inbox/place-mail.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { ticketPath } from '../use-ticket.ts'
import type { MailPage } from './mail.tsx'
import { PlaceForm } from './place-form.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'mail:review')
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'mail:review')
  return submitForm(await request.formData(), PlaceMailForm, async (form) =>
    seeOther(ticketPath(await placeMail(ctx, params.id ?? '', form))),
  )
}

/** The form again, with what was wrong. */
export default function Placement() {
  const page = useOutletContext<MailPage>()
  return <PlaceForm page={page} reply={useActionData<typeof action>()} />
}
