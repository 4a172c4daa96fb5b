import { z } from 'zod'
import { settings } from '#db/schema/settings.ts'
import type { Ctx } from './context.server.ts'

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** What an administrator may change without a deploy, with the defaults of domain.md. */
const Settings = z.object({
  company: z
    .object({ nameZh: z.string(), nameEn: z.string(), hotline: z.string() })
    .default({ nameZh: '木禾家居', nameEn: 'Muhe Home', hotline: '400-000-1234' }),
  /** IN-2, company zone. */
  phoneHours: z.object({ from: clockTime, to: clockTime }).default({ from: '08:30', to: '22:00' }),
  /** IN-2 */
  firstContactMinutes: z.number().int().positive().default(5),
  /** IN-4: hours until somebody is on site, by severity. */
  onSiteHours: z
    .object({ 1: z.number(), 2: z.number(), 3: z.number(), 4: z.number() })
    .default({ 1: 4, 2: 24, 3: 48, 4: 72 }),
  /** FU-1 */
  followUpHours: z.number().positive().default(24),
  /** FU-3: an attempt that reached nobody is made again after this many hours, at another time of day. */
  nextAttemptHours: z.number().positive().default(20),
  /** How long a rating may be changed. */
  ratingDays: z.number().int().positive().default(7),
})
export type Settings = z.infer<typeof Settings>

/** The settings in force; one small query. */
export async function currentSettings(ctx: Ctx): Promise<Settings> {
  const rows = await ctx.db.select({ key: settings.key, value: settings.value }).from(settings)
  return Settings.parse(Object.fromEntries(rows.map((row) => [row.key, row.value])))
}
