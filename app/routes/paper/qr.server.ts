import { create } from 'qrcode'
import type { QrCode } from '#app/ui/paper/qr.tsx'

/** A QR code as one path, a run of dark modules after the other; the paper around it is its quiet border. */
export function qrOf(url: string, label: string): QrCode {
  const { size, data } = create(url, { errorCorrectionLevel: 'M' }).modules
  let path = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let run = 0
      while (x + run < size && data[y * size + x + run]) run++
      if (run > 0) path += `M${x} ${y}h${run}v1h-${run}z`
      x += run
    }
  }
  return { path, size, label }
}
