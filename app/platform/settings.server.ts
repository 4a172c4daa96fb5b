import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { settings } from '#db/schema/settings.ts'
import { parties, remedies, returnReasons } from '#db/vocabulary/returns.ts'
import type { StaffActor } from './actor.ts'
import type { Ctx, Tx } from './context.server.ts'
import { everyDay } from './day-hours.ts'

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const clockOrEnd = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)

const hours = z.array(z.object({ from: clockTime, to: clockOrEnd }))
const minutes = z.number().int().positive()
const days = z.number().int().min(1).max(730)
const promised = z.object({ firstContact: minutes, onSite: minutes, resolution: minutes })

const minor = z.number().int().min(0)
const share = z.number().min(0).max(1)
const reasonDefault = z.object({ remedy: z.enum(remedies), party: z.enum(parties) })

/** What an administrator may change without a deploy, with the defaults of domain.md. */
const Settings = z.object({
  company: z
    .object({ nameZh: z.string(), nameEn: z.string(), hotline: z.string() })
    .default({ nameZh: '木禾家居', nameEn: 'Muhe Home', hotline: '400-000-1234' }),
  /** IN-2: when the desk answers, by weekday, company zone; never on a holiday. */
  serviceHours: z
    .object({ 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: hours, 7: hours })
    .default(() => everyDay({ from: '08:30', to: '22:00' })),
  /** IN-2..IN-4: what is promised by severity, in minutes of service time. */
  targets: z.object({ 1: promised, 2: promised, 3: promised, 4: promised }).default({
    1: { firstContact: 5, onSite: 4 * 60, resolution: 24 * 60 },
    2: { firstContact: 5, onSite: 24 * 60, resolution: 72 * 60 },
    3: { firstContact: 5, onSite: 48 * 60, resolution: 120 * 60 },
    4: { firstContact: 5, onSite: 72 * 60, resolution: 168 * 60 },
  }),
  /** When messages that can wait are kept until the end of it; `null`, kept as `never`, sends at any time. */
  quietHours: z
    .union([z.object({ from: clockTime, to: clockTime }), z.literal('never').transform(() => null)])
    .nullable()
    .default({ from: '22:00', to: '08:00' }),
  /** FU-1 */
  followUpHours: z.number().positive().default(24),
  /** FU-3: an attempt that reached nobody is made again after this many hours, at another time of day. */
  nextAttemptHours: z.number().positive().default(20),
  /** How long a rating may be changed. */
  ratingDays: z.number().int().positive().default(7),
  /** BK-1: for how many days ahead windows are offered. */
  bookingDays: z.number().int().min(1).max(180).default(30),
  /** BK-1: the part of a day's repair time kept for urgent repairs. */
  heldShare: z.number().min(0).max(0.9).default(0.15),
  /** BK-3: until this time on the day before, customers move and cancel themselves. */
  cutOff: clockTime.default('17:30'),
  /** BK-7: hours in which nobody is visited, `[from, to)`. */
  restHours: z.array(z.object({ from: clockTime, to: clockOrEnd })).default([
    { from: '12:00', to: '13:30' },
    { from: '20:00', to: '24:00' },
  ]),
  /** Problem categories whose reports may be given a window at once. */
  bookableCategories: z.array(z.string()).default([]),
  /** BK-4: on the day before a visit. */
  remindAt: clockTime.default('18:00'),
  /** BK-4 */
  callAheadMinutes: z.number().int().min(5).max(240).default(30),
  /** DS-3: leave asked later than this needs a manager. */
  leaveHours: z.number().int().min(0).max(720).default(36),
  /** BK-5: delivery is agreed within so many days of the goods being complete. */
  agreeDays: z.number().int().positive().default(3),
  /** An OSRM-compatible server's address, such as `https://routes.example.com`; without one, travel is estimated. */
  routingUrl: z.string().nullable().default(null),
  /** A tile server's address with `{z}`, `{x}` and `{y}`; without one, the map is schematic. */
  tileUrl: z.string().nullable().default(null),
  /** Whom the tiles are owed to, said on the map. */
  tileCredit: z.string().default(''),
  /** How much longer a way is than as the crow flies. */
  detour: z.number().min(1).max(3).default(1.3),
  /** Minutes of every way that don't depend on its length: parking, the lift, the door. */
  approachMinutes: z.number().int().min(0).max(60).default(5),
  /** DS-6: how long a whole day may be planned. */
  planSeconds: z.number().int().min(1).max(120).default(10),
  /** CU-1: regular contact is due so many days after the last one, by grade. */
  contactDays: z.object({ A: days, B: days, C: days }).default({ A: 30, B: 90, C: 180 }),
  /** RX-1: what each reason usually leads to, and who is usually answerable. */
  returnReasons: z.record(z.enum(returnReasons), reasonDefault).default({
    no_fit: { remedy: 'exchange', party: 'customer' },
    defect: { remedy: 'exchange', party: 'factory' },
    colour: { remedy: 'exchange', party: 'factory' },
    wrong_item: { remedy: 'exchange', party: 'store' },
    transit: { remedy: 'exchange', party: 'logistics' },
    missing_part: { remedy: 'missing', party: 'factory' },
    changed_mind: { remedy: 'exchange', party: 'customer' },
    other: { remedy: 'repair', party: 'factory' },
  }),
  /** RX-2: up to which cost, in minor units, the desk decides alone, and above which it is the general manager's. */
  returnLimits: z
    .object({ desk: minor, general: minor })
    .default({ desk: 300_000, general: 1_000_000 }),
  /** RX-3: what a way costs by default, minor units; shares are of the price it was sold at. */
  returnCosts: z
    .object({
      goodsShare: share,
      partShare: share,
      residualShare: share,
      carriage: minor,
      visit: minor,
      repairVisit: minor,
    })
    .default({
      goodsShare: 0.6,
      partShare: 0.25,
      residualShare: 0.15,
      carriage: 13_000,
      visit: 18_000,
      repairVisit: 36_000,
    }),
  /** RX-3: a case is decided within so many hours. */
  decideHours: z.number().int().min(1).max(720).default(24),
  /** RX-3: for how many days after they were told a customer may disagree. */
  appealDays: z.number().int().min(1).max(90).default(7),
  /** CP-2: how many days somebody has to answer before a fault is decided without them. */
  faultAnswerDays: z.number().int().min(1).max(30).default(3),
  /** FU-5: how many finished visits of a month are called again. */
  inspectionSample: z.number().int().min(0).max(500).default(20),
  /** BK-5: the day's contracts are checked by then. */
  checkBy: clockTime.default('17:00'),
})
export type Settings = z.infer<typeof Settings>

/** The settings in force; one small query. */
export async function currentSettings(ctx: Ctx): Promise<Settings> {
  const rows = await ctx.db.select({ key: settings.key, value: settings.value }).from(settings)
  return Settings.parse(Object.fromEntries(rows.map((row) => [row.key, row.value])))
}

/** One change of settings after the other; a setting nobody changed yet has no row to lock. */
export const lockSettings = (tx: Tx) =>
  tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('settings'))`)

/** The settings stay as they are until the transaction ends: for what is kept by them. */
export const holdSettings = (tx: Tx) =>
  tx.db.execute(sql`select pg_advisory_xact_lock_shared(hashtext('settings'))`)

/** Keeps a setting and who set it; `null` is one nobody set. The caller holds the settings' lock. */
export async function keepSetting(
  tx: Tx,
  by: StaffActor,
  key: keyof Settings,
  value: unknown,
): Promise<void> {
  if (value === null) {
    await tx.db.delete(settings).where(eq(settings.key, key))
    return
  }
  const row = { value, updatedAt: tx.now(), updatedBy: by.id }
  await tx.db
    .insert(settings)
    .values({ key, ...row })
    .onConflictDoUpdate({ target: settings.key, set: row })
}
