import { createHash } from 'node:crypto'
import decodeHeic from 'heic-decode'
import sharp from 'sharp'
import { maxUploadBytes } from '#db/vocabulary/attachments.ts'

export type UploadRefusal = 'too_big' | 'not_allowed' | 'damaged' | 'empty'

export interface AcceptedUpload {
  contentType: 'image/jpeg' | 'image/png' | 'application/pdf'
  bytes: Buffer
  width: number | null
  height: number | null
  sha256: string
}

const maxPixels = 80_000_000
const longestSide = 2560

/**
 * Judges a file by its content and makes it fit to keep: pictures are decoded and written anew, upright,
 * without their metadata (position included); a PDF is kept as it is and only ever downloaded.
 */
export async function acceptUpload(
  bytes: Buffer,
): Promise<{ ok: true; file: AcceptedUpload } | { ok: false; reason: UploadRefusal }> {
  if (bytes.length === 0) return { ok: false, reason: 'empty' }
  if (bytes.length > maxUploadBytes) return { ok: false, reason: 'too_big' }
  const format = formatOf(bytes)
  if (format === null) return { ok: false, reason: 'not_allowed' }
  if (format === 'pdf') {
    if (!bytes.subarray(-1024).includes('%%EOF')) return { ok: false, reason: 'damaged' }
    return { ok: true, file: accepted('application/pdf', bytes, null, null) }
  }
  try {
    const source = format === 'heic' ? await fromHeic(bytes) : sharp(bytes, limits)
    const { data, info } = await source
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82, mozjpeg: true })
      .toBuffer({ resolveWithObject: true })
    return { ok: true, file: accepted('image/jpeg', data, info.width, info.height) }
  } catch {
    return { ok: false, reason: 'damaged' }
  }
}

/** A drawing that came from our own page, kept as PNG. */
export async function acceptDrawing(bytes: Buffer): Promise<AcceptedUpload | null> {
  if (formatOf(bytes) !== 'png' || bytes.length > 1_000_000) return null
  try {
    const { data, info } = await sharp(bytes, limits)
      .resize({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true })
      .png()
      .toBuffer({ resolveWithObject: true })
    const { channels } = await sharp(data).stats()
    const blank = channels.every((channel) => channel.min === channel.max)
    return blank ? null : accepted('image/png', data, info.width, info.height)
  } catch {
    return null
  }
}

const limits = { limitInputPixels: maxPixels, failOn: 'error' } as const

function accepted(
  contentType: AcceptedUpload['contentType'],
  bytes: Buffer,
  width: number | null,
  height: number | null,
): AcceptedUpload {
  return {
    contentType,
    bytes,
    width,
    height,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}

function formatOf(bytes: Buffer): 'jpeg' | 'png' | 'webp' | 'heic' | 'pdf' | null {
  const ascii = (from: number, to: number) => bytes.toString('latin1', from, to)
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'webp'
  if (ascii(4, 8) === 'ftyp' && /^(heic|heix|heim|heis|mif1|msf1)$/.test(ascii(8, 12)))
    return 'heic'
  if (ascii(0, 5) === '%PDF-') return 'pdf'
  return null
}

async function fromHeic(bytes: Buffer) {
  const [image] = await decodeHeic.all({ buffer: bytes })
  if (!image || image.width * image.height > maxPixels) throw new Error('too many pixels')
  const { width, height, data } = await image.decode()
  return sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } })
}
