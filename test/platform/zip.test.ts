import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openArchive } from '#app/domain/orders/unzip.server.ts'
import { type ZipEntry, zipOf } from '#app/platform/zip.server.ts'

async function archiveOf(entries: ZipEntry[]): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of zipOf(entries)) pieces.push(piece)
  return Buffer.concat(pieces)
}

test('whatever is put in comes out again under its name', async () => {
  const entry = fc.record({
    name: fc.stringMatching(/^[a-z0-9一-龥]{1,12}\.txt$/),
    text: fc.string(),
  })
  const entries = fc.uniqueArray(entry, { selector: ({ name }) => name, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(entries, async (files) => {
      const archive = openArchive(
        await archiveOf(files.map(({ name, text }) => ({ name, bytes: Buffer.from(text) }))),
        1_000_000,
      )
      for (const { name, text } of files) expect(await archive(name)).toBe(text.toWellFormed())
    }),
    { numRuns: 50 },
  )
})

test('the same files make the same archive, with a sum over each', async () => {
  const files = [{ name: '照片/1.jpg', bytes: Buffer.from('123456789') }]
  const archive = await archiveOf(files)
  expect(archive).toEqual(await archiveOf(files))
  // The well-known check value of CRC-32.
  expect(archive.readUInt32LE(14)).toBe(0xcbf43926)
  expect(archive.readUInt32LE(18)).toBe(9)
})
