import { createHash } from 'node:crypto'
import { keepFile } from '#app/platform/files.server.ts'
import {
  type AcceptedUpload,
  acceptUpload,
  type UploadRefusal,
} from '#app/platform/images.server.ts'
import { log } from '#app/platform/log.server.ts'
import type { UploadedFile } from '#app/platform/uploads.server.ts'

/** Why a file was not kept; all but the last two are its own fault. */
export type FileRefusal = UploadRefusal | 'too_many' | 'not_kept'
export type PhotoRefusal = 'pdf' | FileRefusal

export interface RefusedFile {
  name: string
  reason: FileRefusal
}

export interface RefusedPhoto {
  name: string
  reason: PhotoRefusal
}

type KeptOr<Reason> = { ok: true; kept: AcceptedUpload } | { ok: false; reason: Reason }

/** Judges a file by its content and puts it into the file store; a full disk refuses the file alone. */
export async function keepUpload(file: UploadedFile): Promise<KeptOr<FileRefusal>> {
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

/** The same for a customer's photo, which a PDF isn't, whatever its name. */
export async function keepPhoto(file: UploadedFile): Promise<KeptOr<PhotoRefusal>> {
  if (file.bytes.subarray(0, 5).toString('latin1') === '%PDF-') return { ok: false, reason: 'pdf' }
  return keepUpload(file)
}

/** The same file sent to the same place twice is one attachment. */
export const uploadKey = (place: string, bytes: Buffer) =>
  createHash('sha256').update(`${place}\n`).update(bytes).digest('base64url')

export const isAttachmentId = (value: string) =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value)
