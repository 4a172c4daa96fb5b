/** A thing drawn on a field of 400 × 300: as its owner found it, and mended. */
export interface Drawing {
  fault: string
  mended: string
  /** Where the fault is: x, y and width of a picture from close by. */
  close: readonly [x: number, y: number, width: number]
}

const ink = '#3f2c1d'

/** A filled shape with a drawn edge. */
export const shape = (d: string, fill: string, width = 1.4) =>
  `<path d="${d}" fill="${fill}" stroke="${ink}" stroke-width="${width}" stroke-linejoin="round"/>`

export const line = (d: string, width = 1.4, colour = ink) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`

export const box = (x: number, y: number, width: number, height: number, fill: string) =>
  shape(`M${x} ${y}h${width}v${height}h${-width}z`, fill)

export const group = (transform: string, inner: string) =>
  `<g transform="${transform}">${inner}</g>`

/** A wall, a floor with boards, and the line where they meet. */
export const room = (wall: string, floor: string, at = 244) =>
  `<path d="M-100-100h600v500h-600z" fill="${wall}"/>` +
  `<path d="M-100 ${at}h600v200h-600z" fill="${floor}"/>` +
  line(`M-100 ${at}h600`, 1.6) +
  line(
    `M-100 ${at + 16}h600M-100 ${at + 36}h600M60 ${at}l-24 60M200 ${at}v60M340 ${at}l24 60`,
    0.8,
    '#8b6b4a',
  )

export const plant = (x: number, y: number) =>
  group(
    `translate(${x} ${y})`,
    shape('M-4-70c-16-24-12-48 2-62 8 20 8 42 2 62z', '#6f8661') +
      shape('M2-70c4-24 16-36 30-40-2 22-12 34-26 44z', '#7f9670') +
      shape('M-6-70c-8-18-20-26-32-28 4 18 14 26 28 32z', '#5f7653') +
      shape('M-18-70h36l-6 70h-24z', '#d0b79c'),
  )

export const shadow = (d: string) => `<path d="${d}" fill="#2a1c10" opacity=".22"/>`
