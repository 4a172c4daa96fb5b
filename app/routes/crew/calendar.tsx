import type { ActionFunctionArgs } from '@remix-run/node'
import { changeCrewFeed, FeedForm } from '#app/domain/calendars/index.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'

/** A crew member's secret calendar address: made, replaced or stopped. */
export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'visit:work')
  return submitForm(await request.formData(), FeedForm, async (form) => {
    await changeCrewFeed(ctx, form)
    return seeOther('/crew/me')
  })
}

/** The page above it shows itself. */
export default function Calendar() {
  return null
}
