import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { changeCrewFeed, FeedForm } from '#app/domain/calendars/index.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'visit:work')
  throw redirect('/crew/me')
}

/** A crew member's secret calendar address: made, replaced or stopped. */
export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'visit:work')
  return submitForm(await request.formData(), FeedForm, async (form) => {
    await changeCrewFeed(ctx, form)
    return seeOther('/crew/me')
  })
}
