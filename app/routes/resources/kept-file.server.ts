import { once } from 'node:events'
import { Readable } from 'node:stream'
import { notFound } from '#app/platform/errors.ts'
import { readKeptFile } from '#app/platform/files.server.ts'

/**
 * A kept file as an answer: under a name of ours, never guessed at by the browser, a PDF only ever downloaded.
 * @throws DomainError not_found when the file store lost it
 */
export async function keptFileResponse(file: {
  sha256: string
  contentType: 'image/jpeg' | 'image/png' | 'application/pdf'
}): Promise<Response> {
  const stream = readKeptFile(file.sha256)
  try {
    await once(stream, 'open')
  } catch {
    throw notFound()
  }
  const kind = file.contentType.split('/')[1] ?? ''
  const extension = kind === 'jpeg' ? 'jpg' : kind
  const disposition = kind === 'pdf' ? 'attachment' : 'inline'
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      'Content-Type': file.contentType,
      'Content-Disposition': `${disposition}; filename="${file.sha256.slice(0, 12)}.${extension}"`,
      'Cache-Control': 'private, max-age=86400, immutable',
    },
  })
}
