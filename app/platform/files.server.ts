import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { environment } from './environment.server.ts'

const root = () => path.join(environment().DATA_DIR, 'files')
const place = (sha256: string) => path.join(root(), sha256.slice(0, 2), sha256)

/**
 * Keeps bytes under their own hash; on disk before this returns, so a row may point at them.
 * Keeping the same bytes twice is keeping them once.
 */
export async function keepFile(sha256: string, bytes: Uint8Array): Promise<void> {
  const target = place(sha256)
  const folder = path.dirname(target)
  await mkdir(folder, { recursive: true })
  const temporary = path.join(folder, `.${randomUUID()}`)
  try {
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

export const readKeptFile = (sha256: string): Readable => createReadStream(place(sha256))

const settled = 3_600_000

/**
 * Removes a file no row points at. One kept again within the hour stays: its row may be about to be written,
 * and a later sweep will come by.
 */
export async function dropFile(sha256: string): Promise<void> {
  const file = await stat(place(sha256)).catch(() => null)
  if (file && Date.now() - file.mtimeMs > settled) await rm(place(sha256), { force: true })
}

/** Bytes left for files. */
export async function freeSpace(): Promise<number> {
  await mkdir(root(), { recursive: true })
  const disk = await statfs(root())
  return disk.bavail * disk.bsize
}
