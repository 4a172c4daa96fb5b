import { Readable } from 'node:stream'
import { Busboy } from '@fastify/busboy'
import { maxUploadBytes } from '#db/vocabulary/attachments.ts'

export interface UploadedFile {
  field: string
  /** As the sender's device called it, shortened; for people to read, never a path of ours. */
  name: string
  /** Empty when it was over the limit. */
  bytes: Buffer
  tooBig: boolean
}

const maxFiles = 12
/** A form without files; ten fields of a megabyte are more than anybody types. */
const maxPlainBody = 10_000_000
const maxBody = (maxFiles + 1) * maxUploadBytes

/**
 * Reads a form with files. A file over the limit is marked and its bytes dropped; the rest of the form is kept.
 * @throws Response 413 when the whole body is over any sensible size, 400 when it can't be read
 */
export async function readForm(
  request: Request,
): Promise<{ form: FormData; files: UploadedFile[] }> {
  const type = request.headers.get('Content-Type') ?? ''
  if (Number(request.headers.get('Content-Length') ?? 0) > maxBody) {
    throw new Response(null, { status: 413 })
  }
  if (!type.startsWith('multipart/form-data') || !request.body) {
    return { form: await plainForm(request), files: [] }
  }
  const form = new FormData()
  const files: UploadedFile[] = []
  const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0])
  await new Promise<void>((resolve, reject) => {
    const parser = Busboy({
      headers: { 'content-type': type },
      limits: { fileSize: maxUploadBytes, files: maxFiles, fieldSize: 1_500_000, fields: 200 },
    })
    parser.on('field', (name, value) => form.append(name, value))
    parser.on('file', (field, stream, filename) => {
      const chunks: Buffer[] = []
      let tooBig = false
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('limit', () => {
        tooBig = true
        chunks.length = 0
      })
      stream.on('end', () => {
        const bytes = tooBig ? Buffer.alloc(0) : Buffer.concat(chunks)
        if (filename || bytes.length > 0)
          files.push({ field, name: shortName(filename), bytes, tooBig })
      })
    })
    parser.on('finish', resolve)
    parser.on('error', reject)
    body.on('error', reject)
    body.pipe(parser)
  }).catch(() => {
    throw new Response(null, { status: 400 })
  })
  return { form, files }
}

/** @throws Response 413, or 400 when the body is no form */
async function plainForm(request: Request): Promise<FormData> {
  if (Number(request.headers.get('Content-Length') ?? 0) > maxPlainBody) {
    throw new Response(null, { status: 413 })
  }
  try {
    return await request.formData()
  } catch {
    throw new Response(null, { status: 400 })
  }
}

function shortName(name: string | undefined): string {
  const base = (name ?? '').toWellFormed().split(/[/\\]/).at(-1) ?? ''
  return base.replace(/[\p{C}]/gu, '').slice(-120) || 'photo'
}
