import type { ActionFunctionArgs } from '@remix-run/node'
import { readLeaveId } from '#app/domain/crews/find-leave.server.ts'
import { withdrawLeave } from '#app/domain/crews/withdraw-leave.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'

/** Takes leave back; when it was decided meanwhile, the list shows how it stands. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'visit:work')
  try {
    await withdrawLeave(ctx, readLeaveId(params.id))
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'conflict') return seeOther('/crew/leave')
    throw error
  }
  return seeOther('/crew/leave?taken')
}
