import { z } from 'zod'
import { optionalLine } from '#app/platform/fields.ts'

const whole = (min: number, max: number, message: string) =>
  z
    .string({ message })
    .regex(/^\s*\d{1,3}\s*$/, message)
    .transform(Number)
    .refine((n) => n >= min && n <= max, message)

/** An http or https address, or nothing. */
const webAddress = (message: string, fits: (typed: string) => boolean) =>
  optionalLine(300).transform((typed, ctx) => {
    if (typed === '') return null
    if (fits(typed)) return typed
    ctx.addIssue({ code: 'custom', message })
    return z.NEVER
  })

/** How ways are worked out and what the dispatcher's map shows. */
export const TravelSettingsForm = z.object({
  routingUrl: webAddress('validation:routingUrl', (typed) => {
    const url = webUrl(typed)
    return url !== null && url.search === '' && url.hash === ''
  }),
  tileUrl: webAddress('validation:tileUrl', (typed) => tileOrigin(typed) !== null),
  tileCredit: optionalLine(120),
  detour: z
    .string({ message: 'validation:detour' })
    .regex(/^\s*\d(?:[.,]\d{1,2})?\s*$/, 'validation:detour')
    .transform((typed) => Number(typed.replace(',', '.')))
    .refine((factor) => factor >= 1 && factor <= 3, 'validation:detour'),
  approachMinutes: whole(0, 60, 'validation:approachMinutes'),
  planSeconds: whole(1, 120, 'validation:planSeconds'),
  seen: optionalLine(60),
})
export type TravelSettingsForm = z.output<typeof TravelSettingsForm>

/**
 * The one origin a tile address leads to, `https://tiles.example.com`; `null` when it isn't an address of tiles or
 * its host depends on the tile.
 */
export function tileOrigin(typed: string): string | null {
  if (!['{z}', '{x}', '{y}'].every((part) => typed.includes(part))) return null
  const [one, other] = ['0', '1'].map((n) => typed.replaceAll(/\{[zxy]\}/g, n)) as [string, string]
  if (/[{}]/.test(one)) return null
  const origin = webUrl(one)?.origin
  return origin !== undefined && origin === webUrl(other)?.origin ? origin : null
}

function webUrl(typed: string): URL | null {
  if (!/^https?:\/\//i.test(typed) || !URL.canParse(typed)) return null
  const url = new URL(typed)
  return url.username === '' && url.password === '' ? url : null
}
