import { redirect } from '@remix-run/node'
import { visitOfCrew } from '#app/domain/work/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { may } from '#app/platform/permissions.ts'

/**
 * The visit for its crew. A job sheet's code leads here whoever scans it: a colleague who doesn't go there but may
 * read of it is shown the console's page of it (DS-5).
 */
export async function visitOrConsole(ctx: Ctx<StaffActor>, id: number) {
  try {
    return await visitOfCrew(ctx, id)
  } catch (error) {
    const notTheirs =
      error instanceof DomainError && (error.kind === 'forbidden' || error.kind === 'not_found')
    if (notTheirs && may(ctx.actor, 'visit:read')) throw redirect(`/console/visits/${id}`)
    throw error
  }
}
