import type { ActionFunctionArgs } from '@remix-run/node'
import { findCase } from '#app/domain/returns/index.server.ts'
import type { Action } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'

/** The context of a colleague at a case they may see; one they may not see is a missing one, whatever they send. */
export async function atCase({ request, params }: ActionFunctionArgs, action: Action) {
  const ctx = await staffContext(request, action)
  const { case: one } = await findCase(ctx, params.number ?? '')
  return { ctx, number: one.number }
}
