import { createHash } from 'node:crypto'
import { keepFile } from '#app/platform/files.server.ts'
import {
  type AcceptedUpload,
  acceptUpload,
  type UploadRefusal,
} from '#app/platform/images.server.ts'
import { log } from '#app/platform/log.server.ts'
import type { UploadedFile } from '#app/platform/uploads.server.ts'

/** Why a file was not kept; the first four are its own fault. */
export type PhotoRefusal = UploadRefusal | 'too_many' | 'not_kept'

export interface RefusedPhoto {
  name: string
  reason: PhotoRefusal
}

/** Judges a file by its content and puts it into the file store; a full disk refuses the file alone. */
export async function keepUpload(
  file: UploadedFile,
): Promise<{ ok: true; kept: AcceptedUpload } | { ok: false; reason: PhotoRefusal }> {
  if (file.tooBig) return { ok: false, reason: 'too_big' }
  const judged = await acceptUpload(file.bytes)
  if (!judged.ok) return judged
  try {
    await keepFile(judged.file.sha256, judged.file.bytes)
  } catch (error) {
    log.error({ err: error }, 'file not kept')
    return { ok: false, reason: 'not_kept' }
  }
  return { ok: true, kept: judged.file }
}

/** The same file sent to the same place twice is one attachment. */
export const uploadKey = (place: string, bytes: Buffer) =>
  createHash('sha256').update(`${place}\n`).update(bytes).digest('base64url')

export const isAttachmentId = (value: string) =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value)
