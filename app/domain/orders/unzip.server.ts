import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const fileSignature = 0x04034b50
const endLength = 22
const maxEntries = 1000

/** One file of an archive, unpacked when it is asked for. */
export type Archive = (path: string) => Promise<string | null>

/**
 * Opens a ZIP archive by its directory. What a file says of its size is not believed: unpacking stops, with an error,
 * at what is left of `limit`, the number of bytes all files read may have together.
 * @throws Error when it is no archive, a damaged one, or one that unpacks to too much
 */
export function openArchive(bytes: Buffer, limit: number): Archive {
  const entries = directoryOf(bytes)
  let left = limit
  return async (path) => {
    const entry = entries.get(path)
    if (!entry) return null
    const { method, packed } = entry
    const content =
      method === 0
        ? bytesWithin(packed, left)
        : await inflate(packed, { maxOutputLength: Math.max(1, left) })
    left -= content.length
    return content.toString('utf8')
  }
}

function bytesWithin(content: Buffer, limit: number): Buffer {
  if (content.length > limit) throw new Error('The archive unpacks to too much')
  return content
}

function directoryOf(bytes: Buffer): Map<string, { method: number; packed: Buffer }> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + endLength > bytes.length || bytes.readUInt32LE(end) !== endSignature) {
    throw new Error('No end of the directory')
  }
  const count = bytes.readUInt16LE(end + 10)
  if (count > maxEntries) throw new Error('Too many files')
  const entries = new Map<string, { method: number; packed: Buffer }>()
  let at = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (bytes.readUInt32LE(at) !== entrySignature) throw new Error('A damaged directory')
    const method = bytes.readUInt16LE(at + 10)
    const length = bytes.readUInt32LE(at + 20)
    const nameLength = bytes.readUInt16LE(at + 28)
    const moreLength = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    const file = bytes.readUInt32LE(at + 42)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    if (method === 0 || method === 8)
      entries.set(name, { method, packed: packedAt(bytes, file, length) })
    at += 46 + nameLength + moreLength
  }
  return entries
}

function packedAt(bytes: Buffer, file: number, length: number): Buffer {
  if (bytes.readUInt32LE(file) !== fileSignature) throw new Error('A damaged file')
  const start = file + 30 + bytes.readUInt16LE(file + 26) + bytes.readUInt16LE(file + 28)
  if (start + length > bytes.length) throw new Error('A damaged file')
  return bytes.subarray(start, start + length)
}
