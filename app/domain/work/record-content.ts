import { z } from 'zod'
import { skills } from '#db/vocabulary/visits.ts'
import {
  custodyPurposes,
  extraDecisions,
  inspectionLevels,
  lateReasons,
  pauseReasons,
  visitOutcomes,
  wishParts,
  wishWays,
} from '#db/vocabulary/work.ts'

const words = z.string().nullish().catch(null)
const number = z.number().nullish().catch(null)
const instant = z.iso.datetime().nullish().catch(null)
const list = <T extends z.ZodType>(item: T) => z.array(item).nullish().catch(null)

const check = z.object({
  textZh: z.string(),
  textEn: z.string(),
  must: z.boolean().catch(false),
  done: z.boolean(),
  reason: words,
  unit: words,
  lowest: number,
  highest: number,
  value: number,
})

const picture = z.object({ stage: z.string(), sha256: z.string(), about: words })

/**
 * What a customer signed, as any version of the product wrote it: whatever a record doesn't have, or has in another
 * form, is absent.
 */
const Content = z.object({
  ticket: words,
  customer: z.object({ name: words, address: words }).nullish().catch(null),
  product: words,
  skill: z.enum(skills).nullish().catch(null),
  crew: z.object({ nameZh: z.string(), nameEn: z.string() }).nullish().catch(null),
  window: z.object({ start: instant, end: instant }).nullish().catch(null),
  times: z
    .object({ setOut: instant, arrived: instant, started: instant, finished: instant })
    .nullish()
    .catch(null),
  work: words,
  workDone: words,
  outcome: z.enum(visitOutcomes).nullish().catch(null),
  notCollectedBecause: words,
  checklist: list(check),
  photos: list(picture),
  consents: list(z.object({ sha256: z.string(), about: words })),
  delays: list(
    z.object({
      reason: z.enum(lateReasons),
      note: words,
      expectedAt: instant,
      toldAt: instant,
    }),
  ),
  pauses: list(
    z.object({
      reason: z.enum(pauseReasons),
      note: words,
      pausedAt: instant,
      resumedAt: instant,
    }),
  ),
  damages: list(
    z.object({
      key: words,
      what: z.string(),
      at: instant,
      acknowledgedBy: words,
      acknowledgedAt: instant,
    }),
  ),
  extras: list(
    z.object({
      key: words,
      what: z.string(),
      minutes: number,
      price: number,
      currency: words,
      decision: z.enum(extraDecisions).nullish().catch(null),
      decidedAt: instant,
      decidedBy: words,
    }),
  ),
  inspections: list(
    z.object({
      level: z.enum(inspectionLevels),
      passed: z.boolean(),
      note: words,
      at: instant,
      by: words,
    }),
  ),
  taken: list(
    z.object({
      key: words,
      number: words,
      purpose: z.enum(custodyPurposes).nullish().catch(null),
      item: z.string(),
      condition: words,
      reason: words,
      backOn: words,
      takenAt: instant,
      handedBy: words,
    }),
  ),
  returned: list(
    z.object({
      number: words,
      item: z.string(),
      returnedAt: instant,
      receivedBy: words,
      reclaimed: z.boolean().nullish().catch(null),
      notReclaimedBecause: words,
    }),
  ),
  wish: z
    .object({ part: z.enum(wishParts), way: z.enum(wishWays) })
    .nullish()
    .catch(null),
  signature: words,
  signer: words,
  signedAt: instant,
})
type RecordContent = z.output<typeof Content>

const Correction = z.object({
  text: z.string(),
  by: z.object({ name: z.string() }),
  at: z.iso.datetime(),
  key: words,
})
type RecordCorrection = z.output<typeof Correction>

/** @returns `null` when it isn't readable at all */
export const readContent = (content: string): RecordContent | null => readAs(Content, content)
export const readCorrection = (content: string): RecordCorrection | null =>
  readAs(Correction, content)

function readAs<T extends z.ZodType>(schema: T, content: string): z.output<T> | null {
  try {
    return schema.safeParse(JSON.parse(content)).data ?? null
  } catch {
    return null
  }
}
