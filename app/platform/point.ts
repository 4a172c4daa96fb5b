import { z } from 'zod'

/** A place on the earth, WGS 84 degrees. */
export interface Point {
  lat: number
  lng: number
}

/** As map apps copy it, latitude first: `31.2304, 121.4737`. */
export const pointText = ({ lat, lng }: Point): string => `${lat}, ${lng}`

const number = String.raw`([+-]?\d{1,3}(?:\.\d{1,15})?)\s*°?\s*`
const typedPoint = new RegExp(`^${number}([NS]?)[\\s,，、;；]+${number}([EW]?)$`, 'i')

/** About a tenth of a metre; what is typed finer is noise. */
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/** A typed point; one that can only be longitude first is read so. `null` when it is none. */
export function readPoint(typed: string): Point | null {
  const [, first, north, second, east] = typedPoint.exec(typed.trim()) ?? []
  if (first === undefined || second === undefined) return null
  const one = Number(first) * (north?.toUpperCase() === 'S' ? -1 : 1)
  const other = Number(second) * (east?.toUpperCase() === 'W' ? -1 : 1)
  const swapped = Math.abs(one) > 90 && Math.abs(other) <= 90
  const [lat, lng] = swapped ? [other, one] : [one, other]
  if (Math.abs(lat) > 90 || Math.abs(lng) > 180) return null
  return { lat: rounded(lat), lng: rounded(lng) }
}

/** A point or nothing; absent reads as nothing. Judged inside the transform: absent reads as empty. */
export const optionalPoint = z
  .string()
  .optional()
  .transform((typed, ctx): Point | null => {
    const said = typed?.slice(0, 200).trim() ?? ''
    if (said === '') return null
    const point = readPoint(said)
    if (point) return point
    ctx.addIssue({ code: 'custom', message: 'validation:point' })
    return z.NEVER
  })
