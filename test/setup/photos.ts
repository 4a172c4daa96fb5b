import { readFile } from 'node:fs/promises'
import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** A file as a browser's file input takes it. */
export interface TestFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** The same file as a form's body carries it. */
export function asFile({ name, mimeType, buffer }: TestFile): File {
  return new File([new Uint8Array(buffer)], name, { type: mimeType })
}

/** A picture with something to see: a cupboard whose right door hangs. */
function cupboard(width: number, height: number): Sharp {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="${width}" height="${height}" preserveAspectRatio="none">
    <rect width="400" height="300" fill="#ddd3bf"/><rect y="270" width="400" height="30" fill="#8b7a5e"/>
    <rect x="90" y="40" width="220" height="232" fill="#7d5f3c"/><rect x="98" y="48" width="98" height="216" fill="#a4814f"/>
    <rect x="204" y="56" width="98" height="216" fill="#98764a" transform="rotate(4 302 272)"/>
    <circle cx="188" cy="156" r="5"/><circle cx="214" cy="164" r="5"/></svg>`
  return sharp(Buffer.from(svg))
}

async function jpeg(name: string, picture: Sharp, quality = 85): Promise<TestFile> {
  return { name, mimeType: 'image/jpeg', buffer: await picture.jpeg({ quality }).toBuffer() }
}

export const photo = (name = 'door.jpg') => jpeg(name, cupboard(1200, 900))

/** As a phone held upright writes it: stored lying, orientation 6, taken at 31.2 N 121.5 E. */
export const uprightPhotoWithPosition = (name = 'IMG_2041.JPG') =>
  jpeg(
    name,
    cupboard(1600, 1200)
      .withExif({
        IFD0: { Make: 'Test', Model: 'Phone', Orientation: '6' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '31/1 12/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '121/1 30/1 0/1',
        },
      })
      .withMetadata({ orientation: 6 }),
  )

export const largePhoto = (name = 'large.jpg') => jpeg(name, cupboard(4000, 3000), 92)

export async function png(name = 'door.png'): Promise<TestFile> {
  return { name, mimeType: 'image/png', buffer: await cupboard(800, 600).png().toBuffer() }
}

export async function webp(name = 'door.webp'): Promise<TestFile> {
  return { name, mimeType: 'image/webp', buffer: await cupboard(800, 600).webp().toBuffer() }
}

export async function heic(name = 'IMG_2042.HEIC'): Promise<TestFile> {
  const buffer = await readFile(new URL('../fixtures/photo.heic', import.meta.url))
  return { name, mimeType: 'image/heic', buffer }
}

export function pdf(name = 'invoice.pdf'): TestFile {
  const content = 'BT /F1 24 Tf 40 100 Td (Invoice 1001) Tj ET'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const rows = objects.map((object, i) => {
    const row = `${String(text.length).padStart(10, '0')} 00000 n \n`
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return row
  })
  const start = text.length
  text += `xref\n0 ${rows.length + 1}\n0000000000 65535 f \n${rows.join('')}`
  text += `trailer\n<< /Size ${rows.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(text, 'latin1') }
}

/** The connection broke half way. */
export async function truncatedPhoto(name = 'broken.jpg'): Promise<TestFile> {
  const { buffer, ...rest } = await photo(name)
  return { ...rest, buffer: buffer.subarray(0, Math.floor(buffer.length * 0.6)) }
}

/** A real JPEG of eleven million bytes: over the limit, whatever is in it. */
export async function overweightPhoto(name = 'heavy.jpg'): Promise<TestFile> {
  const { buffer, ...rest } = await photo(name)
  return { ...rest, buffer: Buffer.concat([buffer, Buffer.alloc(11_000_000 - buffer.length)]) }
}

export function svgNamedJpg(name = 'drawing.jpg'): TestFile {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = 'owned'</script></svg>`
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(svg) }
}

export function htmlNamedJpg(name = 'page.jpg'): TestFile {
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(hostilePage) }
}

const hostilePage = `<!doctype html><script>document.title = 'owned'</script><p>owned</p>`

/** A JPEG that any decoder takes, with a page in its comment and another behind its end. */
export async function polyglotPhoto(name = 'both.jpg'): Promise<TestFile> {
  const { buffer, ...rest } = await photo(name)
  const words = Buffer.from(hostilePage)
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, words.length + 2]), words])
  return {
    ...rest,
    buffer: Buffer.concat([buffer.subarray(0, 2), comment, buffer.subarray(2), words]),
  }
}

/** Some hundred kilobytes that unfold to 900 million pixels. */
export function bombPng(name = 'bomb.png', side = 30_000): TestFile {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = 1 // one bit a pixel
  const rows = deflateSync(Buffer.alloc((1 + Math.ceil(side / 8)) * side))
  return {
    name,
    mimeType: 'image/png',
    buffer: Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      pngChunk('IHDR', header),
      pngChunk('IDAT', rows),
      pngChunk('IEND', Buffer.alloc(0)),
    ]),
  }
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(data.length, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return chunk
}
