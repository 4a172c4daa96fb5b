import type { ActionFunctionArgs } from '@remix-run/node'
import { findComplaint } from '#app/domain/complaints/index.server.ts'
import type { Action } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'

/** The context of a colleague at a complaint they may handle; one about themselves is a missing one, whatever they send. */
export async function atComplaint(
  { request, params }: ActionFunctionArgs,
  action: Action = 'complaint:handle',
) {
  const ctx = await staffContext(request, action)
  const { ticket } = await findComplaint(ctx, params.number ?? '')
  return { ctx, number: ticket.number }
}
