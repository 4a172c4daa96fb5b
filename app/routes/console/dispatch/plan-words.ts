import type { Format } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/keys.ts'
import type { Tally } from '#app/domain/planning/plan-view.ts'

interface Words {
  t: Translate
  format: Format
}

export interface PlanFigure {
  key: string
  term: string
  before: string
  after: string
}

/** Less than this is no gain to speak of. */
const leastKm = 0.5

/** What a plan gains, the weightiest first, two things at the most. */
export function gainWords(
  { before, after }: { before: Tally; after: Tally },
  words: Words,
): string {
  const { t, format } = words
  const less = (key: keyof Tally) => before[key] - after[key]
  const all = [
    less('unserved') > 0 && t('plans:ready.unserved', { count: less('unserved') }),
    less('late') > 0 &&
      t('plans:ready.late', { minutes: format.minutes(Math.round(less('late'))) }),
    less('crews') > 0 && t('plans:ready.crews', { count: less('crews') }),
    less('km') >= leastKm
      ? t('plans:ready.km', { km: Math.round(less('km')) || 1 })
      : less('minutes') > 0 &&
        t('plans:ready.minutes', { minutes: format.minutes(less('minutes')) }),
  ]
  return all
    .filter((one) => one !== false)
    .slice(0, 2)
    .join(t('comma'))
}

/** What a day costs, before and after, in the order in which it counts (DS-6). */
export function figuresOf(
  { before, after }: { before: Tally; after: Tally },
  words: Words,
): PlanFigure[] {
  const { t, format } = words
  const figure = (key: keyof Tally, write: (value: number) => string): PlanFigure => ({
    key,
    term: t(`plans:figure.${key}`),
    before: write(before[key]),
    after: write(after[key]),
  })
  return [
    figure('unserved', String),
    figure('late', (value) => format.minutes(Math.round(value))),
    figure('crews', String),
    figure('km', (value) => t('plans:figure.kmValue', { km: Math.round(value) })),
    figure('minutes', (value) => format.minutes(Math.round(value))),
  ]
}
