import type { Format } from './format.ts'
import type { Translate } from './keys.ts'

export const dayParts = ['am', 'pm', 'eve'] as const
export type DayPart = (typeof dayParts)[number]

export interface PreferredDays {
  /** Civil date and part of the day, as `2026-11-24:am`. */
  chosen: { day: string; part: DayPart }[]
  words: string
}

const token = /^(\d{4}-\d{2}-\d{2}):(am|pm|eve)$/

/** What a ticket keeps as preferred days: chosen parts of days, then the customer's own words. */
export function readPreferredDays(kept: string): PreferredDays {
  const pieces = kept.split(',')
  const chosen: PreferredDays['chosen'] = []
  const words: string[] = []
  for (const piece of pieces) {
    const [, day, part] = token.exec(piece.trim()) ?? []
    if (day && part) chosen.push({ day, part: part as DayPart })
    else words.push(piece)
  }
  return { chosen, words: words.join(',').trim() }
}

/** The same for a reader, one line a day, own words last. */
export function sayPreferredDays(kept: string, t: Translate, format: Format): string[] {
  const { chosen, words } = readPreferredDays(kept)
  const days = [...new Set(chosen.map(({ day }) => day))].sort()
  const lines = days.map((day) => {
    const parts = dayParts.filter((part) =>
      chosen.some((choice) => choice.day === day && choice.part === part),
    )
    const said =
      parts.length === dayParts.length
        ? t('common:dayPart.all')
        : parts.map((part) => t(`common:dayPart.${part}`)).join(t('common:dayPart.and'))
    return t('common:dayPart.of', { day: format.day(`${day}T12:00:00Z`), part: said })
  })
  return words ? [...lines, words] : lines
}
