import sharp from 'sharp'

/** A signature as the page sends it. */
export async function aDrawing(): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="220"><rect width="600" height="220" fill="#fff"/>
    <path d="M40 160 C120 20 160 200 240 90 S380 60 520 130" fill="none" stroke="#000" stroke-width="5"/></svg>`
  return dataUrl(await sharp(Buffer.from(svg)).png().toBuffer())
}

export async function aBlankDrawing(): Promise<string> {
  const create = { width: 600, height: 220, channels: 4 as const, background: '#fff' }
  return dataUrl(await sharp({ create }).png().toBuffer())
}

const dataUrl = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`
