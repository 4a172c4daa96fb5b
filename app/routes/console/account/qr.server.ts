import { toString } from 'qrcode'

/** A QR code as the address of an SVG picture, black on white with its quiet border. */
export async function qrPicture(text: string): Promise<string> {
  const svg = await toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 })
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}
