import type { ActionFunctionArgs } from '@remix-run/node'
import { findOwnVisit, readVisitId } from '#app/domain/visits/index.server.ts'
import { staffContext } from '#app/routes/context.server.ts'

/** A crew's member at one of the crew's own visits; anybody else's is a missing one, whatever was sent. */
export async function atOwnVisit({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'visit:work')
  const { id } = await findOwnVisit(ctx, readVisitId(params.id))
  return { ctx, id }
}
