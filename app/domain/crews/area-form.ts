import { z } from 'zod'
import { line, optionalLine, text } from '#app/platform/fields.ts'
import { optionalPoint, type Point, readPoint } from '#app/platform/point.ts'

export interface Districts {
  names: string[]
  /** Of those whose place is known, in the same order. */
  points: Record<string, Point>
}

const separators = /[\n,，、;；]+/
/** Coordinates after a name; what stands between their two numbers would separate names. */
const typedPoint =
  /(?<![\w.+-])([+-]?\d{1,3}\.\d+\s*°?\s*[NS]?)[\s,，、;；]+([+-]?\d{1,3}\.\d+\s*°?\s*[EW]?)(?![\w.])/gi
const marked = /^(.*?)\s*@([^@/]+)\/([^@/]+)$/

/** Districts as they are typed: names one a line or with commas between, each with its coordinates if it has some. */
export function readDistricts(typed: string): Districts | { error: string } {
  const parts = typed
    .replaceAll('@', ' ')
    .replaceAll(typedPoint, (_, lat: string, lng: string) => `@${lat}/${lng}\n`)
    .split(separators)
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter(Boolean)
  const known = new Map<string, Point | null>()
  for (const part of parts) {
    const [, name, lat, lng] = marked.exec(part) ?? [part, part]
    const point = lat && lng ? readPoint(`${lat} ${lng}`) : null
    if (!name || (lat && !point) || /\d\.\d/.test(name))
      return { error: 'validation:districtPoint' }
    if (name.length < 2 || name.length > 40) return { error: 'validation:districtName' }
    known.set(name, point ?? known.get(name) ?? null)
  }
  if (known.size === 0) return { error: 'validation:districts' }
  return {
    names: [...known.keys()],
    points: Object.fromEntries(
      [...known].flatMap(([name, point]) => (point ? [[name, point]] : [])),
    ),
  }
}

/** The same to be typed again: one a line. Whole degrees keep a point: they are told from names by it. */
export const districtsText = ({ names, points }: Districts): string =>
  names
    .map((name) => {
      const point = points[name]
      return point ? `${name} ${degrees(point.lat)}, ${degrees(point.lng)}` : name
    })
    .join('\n')

const degrees = (n: number) => (Number.isInteger(n) ? n.toFixed(1) : String(n))

/** A service area, where it is, and the districts it is recognised by in an address. */
export const AreaForm = z
  .object({
    nameZh: line(40),
    nameEn: line(40),
    cityZh: line(40),
    cityEn: line(40),
    /** As addresses write them, in either language. */
    districts: text(4000, 'validation:districts').transform((typed, ctx): Districts => {
      const read = readDistricts(typed)
      if ('names' in read) return read
      ctx.addIssue({ code: 'custom', message: read.error })
      return z.NEVER
    }),
    middle: optionalPoint,
    speedKmh: z
      .string({ message: 'validation:speed' })
      .regex(/^\s*\d{1,3}\s*$/, 'validation:speed')
      .transform(Number)
      .refine((speed) => speed >= 3 && speed <= 120, 'validation:speed'),
    seen: optionalLine(60),
  })
  .transform(({ districts: { names, points }, ...rest }) => ({
    ...rest,
    districts: names,
    districtPoints: points,
  }))
export type AreaForm = z.output<typeof AreaForm>
