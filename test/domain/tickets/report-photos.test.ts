import { eq } from 'drizzle-orm'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { attachments, tickets } from '#db/schema/tickets.ts'
import { maxReportPhotos } from '#db/vocabulary/tickets.ts'
import { readDraft, reportPhoto, submitReport } from '#app/domain/tickets/index.server.ts'
import {
  addReportPhoto,
  addReportPhotos,
  removeReportPhoto,
} from '#app/domain/tickets/report-photos.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { readKeptFile } from '#app/platform/files.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { anonymous, contextOf } from '#test/factories/context.ts'
import { aPhone, only } from '#test/factories/serial.ts'
import { testDatabase } from '#test/setup/database.ts'
import * as photos from '#test/setup/photos.ts'

const database = testDatabase()
const publicly = () => contextOf(database.db, anonymous)

const uploaded = ({ name, buffer }: photos.TestFile) => ({
  field: 'photos',
  name,
  bytes: buffer,
  tooBig: false,
})

/** A picture no other of this file is alike. */
async function distinct(shade: number) {
  const buffer = await sharp({
    create: { width: 40, height: 30, channels: 3, background: { r: shade, g: 90, b: 40 } },
  })
    .jpeg()
    .toBuffer()
  return uploaded({ name: `${shade}.jpg`, mimeType: 'image/jpeg', buffer })
}

async function bytesOf(token: string, id: string): Promise<Buffer> {
  const { sha256 } = await reportPhoto(publicly(), token, id)
  const chunks: Buffer[] = []
  for await (const chunk of readKeptFile(sha256)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

test('Q-21: a photo is kept upright and without its position', async () => {
  const token = newToken()
  const kept = await addReportPhoto(
    publicly(),
    token,
    uploaded(await photos.uprightPhotoWithPosition()),
  )
  if (!kept.ok) throw new Error(kept.reason)
  const { width, height, exif, orientation } = await sharp(await bytesOf(token, kept.id)).metadata()
  expect(height).toBeGreaterThan(width)
  expect({ exif, orientation }).toEqual({ exif: undefined, orientation: undefined })
})

test('Q-21: what is no photo is named with its reason, the others are kept', async () => {
  const token = newToken()
  const refusals = await addReportPhotos(publicly(), token, [
    uploaded(await photos.photo('good.jpg')),
    uploaded(photos.htmlNamedJpg('page.jpg')),
    { field: 'photos', name: 'huge.jpg', bytes: Buffer.alloc(0), tooBig: true },
    uploaded(photos.pdf('paper.jpg')),
    uploaded(await photos.heic()),
  ])
  expect(refusals).toEqual([
    { name: 'page.jpg', reason: 'not_allowed' },
    { name: 'huge.jpg', reason: 'too_big' },
    { name: 'paper.jpg', reason: 'pdf' },
  ])
  const kept = (await readDraft(publicly(), token)).photos
  expect(kept.map(({ name }) => name).sort()).toEqual(['IMG_2042.HEIC', 'good.jpg'])
})

test('Q-5: the same file ten times at once is one photo', async () => {
  const token = newToken()
  const file = uploaded(await photos.photo())
  const all = await Promise.all(
    Array.from({ length: 10 }, () => addReportPhoto(publicly(), token, file)),
  )
  expect(new Set(all.map((kept) => kept.ok && kept.id)).size).toBe(1)
  expect((await readDraft(publicly(), token)).photos).toHaveLength(1)
})

test('no more than eight, whoever comes first', async () => {
  const token = newToken()
  const files = await Promise.all(
    Array.from({ length: maxReportPhotos + 3 }, (_, n) => distinct(n * 20)),
  )
  const all = await Promise.all(files.map((file) => addReportPhoto(publicly(), token, file)))
  expect(all.filter(({ ok }) => ok)).toHaveLength(maxReportPhotos)
  expect(all.filter((kept) => !kept.ok && kept.reason === 'too_many')).toHaveLength(3)
})

test('Q-15: only the draft’s token opens or removes a photo, and no longer once it was sent', async () => {
  const token = newToken()
  const kept = await addReportPhoto(publicly(), token, await distinct(7))
  if (!kept.ok) throw new Error(kept.reason)
  const missing = { kind: 'not_found' }
  await expect(reportPhoto(publicly(), newToken(), kept.id)).rejects.toMatchObject(missing)
  await expect(reportPhoto(publicly(), token, 'no-id')).rejects.toMatchObject(missing)
  await removeReportPhoto(publicly(), newToken(), kept.id)
  expect((await readDraft(publicly(), token)).photos).toHaveLength(1)
  await removeReportPhoto(publicly(), token, kept.id)
  expect((await readDraft(publicly(), token)).photos).toEqual([])

  const again = await addReportPhoto(publicly(), token, await distinct(8))
  if (!again.ok) throw new Error(again.reason)
  await submitReport(publicly(), token, {
    product: '餐桌',
    category: 'other',
    description: '晃',
    address: '苏州',
    name: '林',
    phone: aPhone(),
  })
  await expect(reportPhoto(publicly(), token, again.id)).rejects.toMatchObject(missing)
  await removeReportPhoto(publicly(), token, again.id)
  const rows = await database.db.select().from(attachments).where(eq(attachments.id, again.id))
  expect(rows).toHaveLength(1)
})

test('Q-10: a file store that takes nothing refuses the photo, the ticket is made', async () => {
  const token = newToken()
  const file = await distinct(123)
  const { acceptUpload } = await import('#app/platform/images.server.ts')
  const judged = await acceptUpload(file.bytes)
  if (!judged.ok) throw new Error(judged.reason)
  // A file where the folder of this photo would be: writing there fails as on a full disk.
  const folder = path.join(environment().DATA_DIR, 'files', judged.file.sha256.slice(0, 2))
  await rm(folder, { recursive: true, force: true })
  await mkdir(path.dirname(folder), { recursive: true })
  await writeFile(folder, '')
  try {
    expect(await addReportPhotos(publicly(), token, [file])).toEqual([
      { name: '123.jpg', reason: 'not_kept' },
    ])
  } finally {
    await rm(folder, { force: true })
  }
  const phone = aPhone()
  await submitReport(publicly(), token, {
    product: '餐桌',
    category: 'other',
    description: '晃',
    address: '苏州',
    name: '林',
    phone,
  })
  only(await database.db.select().from(tickets).where(eq(tickets.phone, phone)))
})
