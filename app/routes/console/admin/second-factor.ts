import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { removePersonsSecondFactor } from '#app/domain/accounts/change-person.server.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await staffContext(request, 'people:manage')
  return seeOther(`/console/admin/people/${params.id}`)
}

/** For somebody who lost their phone. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'people:manage')
  await removePersonsSecondFactor(ctx, params.id!)
  return seeOther(`/console/admin/people/${params.id}?saved`)
}
