import { generator } from '../generator.ts'

export const signatureCount = 10

/** A name as written with a finger on glass: unreadable, and nobody's. */
export function signature(number: number, { width, height }: { width: number; height: number }) {
  const random = generator(700 + number)
  const middle = height / 2
  const strokes = random.integer(3, 5)
  const step = (width - 240) / strokes
  const paths = Array.from({ length: strokes }, (_, i) => {
    const x = 120 + i * step
    const y = () => middle + random.integer(-70, 70)
    const loop = `c${step * 0.3} ${-random.integer(40, 110)} ${step * 0.5} ${random.integer(30, 120)} ${step * 0.2} ${random.integer(10, 60)}`
    return `M${x} ${y()}${loop}s${step * 0.5} ${-random.integer(60, 130)} ${step * 0.75} ${random.integer(-30, 40)}`
  })
  const sweep = `M${width * 0.2} ${middle + 78}c${width * 0.2} -26 ${width * 0.35} 22 ${width * 0.55} -14`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
    <path d="${[...paths, sweep].join('')}" fill="none" stroke="#1d211f" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/></svg>`
}
