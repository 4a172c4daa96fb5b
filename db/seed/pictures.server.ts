import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { keepFile } from '#app/platform/files.server.ts'
import { cabinets } from './drawings/cabinets.ts'
import type { Drawing } from './drawings/drawing.ts'
import { fixtures } from './drawings/fixtures.ts'
import { seatsAndTables } from './drawings/seats-and-tables.ts'
import { signature, signatureCount } from './drawings/signature.ts'
import { type Scene, scenes } from './texts/matters.ts'

export interface KeptPicture {
  contentType: 'image/jpeg' | 'image/png'
  bytes: number
  width: number
  height: number
  sha256: string
}

/** The kept pictures by name; `wardrobe wide`, `wardrobe after`, `signature 3`. */
export type Pictures = ReadonlyMap<string, KeptPicture>

/** How a fault is photographed: by its owner from afar and close by, by the crew before and after. */
export const views = ['wide', 'close', 'before', 'after'] as const
export type View = (typeof views)[number]

const drawings: Record<Scene, Drawing> = { ...cabinets, ...seatsAndTables, ...fixtures }
const photo = { width: 1200, height: 900 }
const paper = { width: 900, height: 300 }

export const pictureOf = (scene: Scene, view: View) => `${scene} ${view}`
export const signatureNumbered = (number: number) => `signature ${number % signatureCount}`

/** Draws the demo's pictures and keeps them on disk, where their rows will look for them. */
export async function keepPictures(): Promise<Pictures> {
  const photos = scenes.flatMap((scene) =>
    views.map(async (view) => {
      const svg = Buffer.from(photograph(drawings[scene], view))
      const bytes = await sharp(svg).flatten().jpeg({ quality: 82 }).toBuffer()
      return [pictureOf(scene, view), await keep('image/jpeg', bytes, photo)] as const
    }),
  )
  const signatures = Array.from({ length: signatureCount }, async (_, number) => {
    const svg = Buffer.from(signature(number, paper))
    const bytes = await sharp(svg)
      .flatten({ background: '#ffffff' })
      .png({ palette: true })
      .toBuffer()
    return [signatureNumbered(number), await keep('image/png', bytes, paper)] as const
  })
  return new Map(await Promise.all([...photos, ...signatures]))
}

async function keep(
  contentType: KeptPicture['contentType'],
  bytes: Buffer,
  size: { width: number; height: number },
): Promise<KeptPicture> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await keepFile(sha256, bytes)
  return { contentType, bytes: bytes.length, sha256, ...size }
}

function photograph(drawing: Drawing, view: View): string {
  const [x, y, width] = drawing.close
  const inner = view === 'after' ? drawing.mended : drawing.fault
  const frame: Record<View, string> = {
    wide: '0 0 400 300',
    close: `${x} ${y} ${width} ${width * 0.75}`,
    before: '24 12 368 276',
    after: '24 12 368 276',
  }
  const light = view === 'wide' || view === 'close' ? '#ffd9a0' : '#cfe0e8'
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${photo.width}" height="${photo.height}" viewBox="${frame[view]}">
    <defs><linearGradient id="light" x2="1" y2="1">
      <stop offset="0" stop-color="${light}" stop-opacity=".28"/>
      <stop offset="1" stop-color="#20150c" stop-opacity=".3"/>
    </linearGradient></defs>
    ${inner}<path d="M-100-100h600v500h-600z" fill="url(#light)"/></svg>`
}
