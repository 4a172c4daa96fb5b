import type { LoaderFunctionArgs } from '@remix-run/node'
import { trackedFile } from '#app/domain/tickets/index.server.ts'
import { customerContext } from '#app/routes/context.server.ts'
import { keptFileResponse } from '#app/routes/resources/kept-file.server.ts'

/** One of the ticket's files, for its customer. */
export async function loader({ request, params: { token, id = '' } }: LoaderFunctionArgs) {
  const { ctx } = await customerContext(request, token, 'track')
  return keptFileResponse(await trackedFile(ctx, id))
}
