import type { LoaderFunctionArgs } from '@remix-run/node'
import { readAttachment } from '#app/domain/tickets/read-attachment.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { keptFileResponse } from './kept-file.server.ts'

/** A picture or paper of a ticket, for colleagues who may see the ticket. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request)
  return keptFileResponse(await readAttachment(ctx, params.id!))
}
