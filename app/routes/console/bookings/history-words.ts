import { readCheckWords } from '#app/domain/settings/check-words.ts'
import type { Format } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/keys.ts'
import { readWeek, weekWords } from '#app/platform/week-words.ts'
import { withinDay } from '../civil-day.ts'

/** What a value of the audit log is said with. */
interface Words {
  t: Translate
  format: Format
  /** Names the log keeps in Chinese, as the reader reads them. */
  nameOf: (name: string) => string
  /** What may be wrong, by its key. */
  categoryName: (key: string) => string
}
type Say = (words: Words, value: string) => string

const comma = ({ t }: Words, values: string[]) => values.join(t('roster:comma'))

const skills: Say = (words, value) =>
  comma(
    words,
    value.split(', ').map((one) => words.t(`words:skill.${one}` as 'words:skill.repair')),
  )

const categories: Say = (words, value) => comma(words, value.split(', ').map(words.categoryName))

const counted =
  (kind: 'days' | 'hours' | 'minutes' | 'seconds' | 'people' | 'speed'): Say =>
  ({ t }, value) =>
    /^\d+$/.test(value) ? t(`roster:rules.values.${kind}`, { n: Number(value) }) : value

const yesNo: Say = ({ t }, value) => t(value === 'true' ? 'roster:yes' : 'roster:no')

const names: Say = (words, value) => comma(words, value.split(', ').map(words.nameOf))

/** `2026-11-28 –` or `2026-11-28 09:00–12:00`, and its note. */
const exception: Say = ({ t, format }, value) => {
  const [, day, text] = /^(\d{4}-\d{2}-\d{2}) (.+)$/.exec(value) ?? []
  if (!day || !text) return value
  return [format.date(withinDay(day)), text.replace(/^–/, t('roster:crew.off'))].join(' ')
}

/** `2026-11-28 name / name`. */
const holiday: Say = ({ format, t }, value) => {
  const [, day, zh, en] = /^(\d{4}-\d{2}-\d{2}) (.+) \/ (.+)$/.exec(value) ?? []
  if (!day || !zh || !en) return value
  return [format.date(withinDay(day)), t('roster:history.named', { zh, en })].join(' ')
}

/** `2 × 7, 2026-01-05; 1/1 08:00–17:30; …`: neighbouring days with the same hours are said together. */
const shifts: Say = (words, value) => {
  const { t, format } = words
  const [head = '', ...rows] = value.split('; ')
  const [, weeks, from] = /^(\d+) × 7, (\d{4}-\d{2}-\d{2})$/.exec(head) ?? []
  if (!weeks || !from) return value
  const days = rows.map((row) => /^(\d+)\/([1-7]) (.+)$/.exec(row)?.slice(1) ?? [])
  const said = Array.from({ length: Number(weeks) }, (_, i) => {
    const runs: { first: number; last: number; hours: string }[] = []
    for (const [week, weekday, hours = ''] of days) {
      if (Number(week) !== i + 1) continue
      const last = runs.at(-1)
      const day = Number(weekday)
      if (last && last.hours === hours && last.last === day - 1) last.last = day
      else runs.push({ first: day, last: day, hours })
    }
    const ofWeek =
      comma(
        words,
        runs.map((run) => runWords(t, run)),
      ) || t('roster:crew.off')
    return weeks === '1' ? ofWeek : `${t('roster:crew.week', { n: i + 1 })} ${ofWeek}`
  })
  const how =
    weeks === '1'
      ? t('roster:crew.everyWeek')
      : t('roster:crew.rotation', { n: Number(weeks), from: format.date(withinDay(from)) })
  return [how, ...said].join(t('roster:history.then'))
}

function runWords(
  t: Translate,
  { first, last, hours }: { first: number; last: number; hours: string },
) {
  const day = (n: number) => t(`roster:weekday.${n as 1}`)
  const days =
    first === last ? day(first) : t('roster:history.span', { from: day(first), to: day(last) })
  return `${days} ${hours}`
}

/** What was said of a line of a checklist. */
const item: Say = ({ t }, value) => {
  const said = readCheckWords(value)
  if (!said) return value
  const { zh, en, must, reading } = said
  return [
    t('roster:history.named', { zh, en }),
    must && t('settings:checklists.mustShort'),
    reading?.replace('..', '–'),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** `3. …`: where a line came to stand. */
const line: Say = (words, value) => {
  const [, place, said] = /^(\d+)\. (.+)$/.exec(value) ?? []
  return place && said ? `${place}. ${item(words, said)}` : value
}

/** `1 08:30–22:00; 2 …`: neighbouring days with the same hours are said together. */
const serviceHours: Say = ({ t }, value) => {
  const week = readWeek(value)
  return week ? weekWords(t, week) : value
}

/** Minutes of service time: `5 / 240 / 1440`. */
const target: Say = ({ t, format }, value) => {
  const [, first, site, whole] = /^(\d+) \/ (\d+) \/ (\d+)$/.exec(value) ?? []
  if (!first || !site || !whole) return value
  return t('settings:targets.said', {
    firstContact: format.minutes(Number(first)),
    onSite: format.minutes(Number(site)),
    resolution: format.minutes(Number(whole)),
  })
}

/** Which of a customer's details: their values are kept nowhere but with them. */
const details: Say = (words, value) =>
  comma(
    words,
    value
      .split(', ')
      .map((one) => words.t(`roster:history.detail.${one}` as 'roster:history.detail.name')),
  )

const sayings: Partial<Record<string, Say>> = {
  skills,
  bookableCategories: categories,
  status: ({ t }, value) => t(`roster:leave.status.${value}` as 'roster:leave.status.asked'),
  active: yesNo,
  closed: yesNo,
  online: yesNo,
  threeChecks: yesNo,
  homeArea: names,
  areas: names,
  exception,
  holiday,
  item,
  line,
  shifts,
  serviceHours,
  target1: target,
  target2: target,
  target3: target,
  target4: target,
  contactDaysA: counted('days'),
  contactDaysB: counted('days'),
  contactDaysC: counted('days'),
  details,
  membersNeeded: counted('people'),
  durationMinutes: counted('minutes'),
  travelMinutes: counted('minutes'),
  callAheadMinutes: counted('minutes'),
  leaveHours: counted('hours'),
  bookingDays: counted('days'),
  agreeDays: counted('days'),
  approachMinutes: counted('minutes'),
  planSeconds: counted('seconds'),
  speedKmh: counted('speed'),
}

/** A value of the log in the reader's words: the log keeps it in no language. */
export const valueWords = (words: Words, field: string, value: string): string =>
  sayings[field]?.(words, value) ?? value
