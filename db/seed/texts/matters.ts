import type { Locale } from '#db/vocabulary/locales.ts'
import type { ProblemCategory, Severity, TicketKind } from '#db/vocabulary/tickets.ts'
import { englishOccasions } from './occasions.en.ts'
import { chineseOccasions } from './occasions.zh.ts'
import { englishRepairs } from './repairs.en.ts'
import { chineseRepairs } from './repairs.zh.ts'

/** What a picture may show; each is drawn with its fault and mended. */
export const scenes = [
  'wardrobe',
  'hinge',
  'table',
  'tile',
  'sofa',
  'kitchen',
  'floor',
  'door',
  'drawer',
  'shower',
  'chair',
] as const
export type Scene = (typeof scenes)[number]

/** One thing a customer may come with, and what became of it. */
export interface Matter {
  model: string
  /** What the customer calls it. */
  product: string
  category: ProblemCategory
  severity: Severity
  words: string
  /** What the crew is asked to do, and what it wrote afterwards. */
  work: string
  done: string
  /** How it was put right on the phone, where it can be. */
  byPhone?: string
  note?: string
  scene?: Scene
}

export type OccasionKind = Exclude<TicketKind, 'repair' | 'complaint'>

export const matters: Record<Locale, Record<'repair' | OccasionKind, readonly Matter[]>> = {
  'zh-CN': { repair: chineseRepairs, ...chineseOccasions },
  en: { repair: englishRepairs, ...englishOccasions },
}
