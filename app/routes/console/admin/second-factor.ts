import type { ActionFunctionArgs } from '@remix-run/node'
import { removePersonsSecondFactor } from '#app/domain/accounts/change-person.server.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'

/** For somebody who lost their phone. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'people:manage')
  await removePersonsSecondFactor(ctx, params.id!)
  return seeOther(`/console/admin/people/${params.id}?saved`)
}
