import type { LoaderFunctionArgs } from '@remix-run/node'
import { Readable } from 'node:stream'
import { readAttachment } from '#app/domain/tickets/read-attachment.server.ts'
import { readKeptFile } from '#app/platform/files.server.ts'
import { staffContext } from '#app/routes/context.server.ts'

const extensions = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' } as const

/** A picture or paper of a ticket, for colleagues who may see the ticket. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request)
  const file = await readAttachment(ctx, params.id!)
  const name = `${params.id!.slice(0, 8)}.${extensions[file.contentType]}`
  const shown = file.contentType === 'application/pdf' ? 'attachment' : 'inline'
  return new Response(Readable.toWeb(readKeptFile(file.sha256)) as ReadableStream, {
    headers: {
      'Content-Type': file.contentType,
      'Content-Length': String(file.bytes),
      'Content-Disposition': `${shown}; filename="${name}"`,
      'Cache-Control': 'private, max-age=3600',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
