import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { changeTicketFeed, FeedForm } from '#app/domain/calendars/index.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { customerContext } from '#app/routes/context.server.ts'

export async function loader({ request, params: { token } }: LoaderFunctionArgs) {
  await customerContext(request, token, 'track')
  throw redirect(`/track/${token}#calendar`)
}

/** The customer's secret calendar address: made, replaced or stopped. */
export async function action({ request, params: { token } }: ActionFunctionArgs) {
  const { ctx } = await customerContext(request, token, 'track')
  return submitForm(await request.formData(), FeedForm, async (form) => {
    await changeTicketFeed(ctx, form)
    return seeOther(`/track/${token}#calendar`)
  })
}
