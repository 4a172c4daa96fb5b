import type { ActionFunctionArgs } from '@remix-run/node'
import { findConsequence, readConsequenceId } from '#app/domain/returns/index.server.ts'
import type { Action } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'
import type { ConsequenceKind } from '#db/vocabulary/returns.ts'

/** The context of a colleague at one thing to be done of a case they may see; one of another kind is a missing one. */
export async function atStep(
  { request, params }: ActionFunctionArgs,
  action: Action,
  kinds: readonly ConsequenceKind[],
) {
  const ctx = await staffContext(request, action)
  const id = readConsequenceId(params.id)
  const {
    case: one,
    ticket,
    consequence,
  } = await findConsequence(ctx, params.number ?? '', id, kinds)
  return { ctx, id, number: one.number, ticket, consequence }
}
