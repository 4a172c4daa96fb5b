import type { Format } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/keys.ts'
import { withinDay } from '../civil-day.ts'

/** What a value of the audit log is said with. */
interface Words {
  t: Translate
  format: Format
  /** Names the log keeps in Chinese, as the reader reads them. */
  nameOf: (name: string) => string
}
type Say = (words: Words, value: string) => string

const comma = ({ t }: Words, values: string[]) => values.join(t('roster:comma'))

const listOf =
  (words: 'words:skill' | 'words:category'): Say =>
  ({ t, ...rest }, value) =>
    comma(
      { t, ...rest },
      value.split(', ').map((one) => t(`${words}.${one}` as 'words:skill.repair')),
    )

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

const sayings: Partial<Record<string, Say>> = {
  skills: listOf('words:skill'),
  bookableCategories: listOf('words:category'),
  status: ({ t }, value) => t(`roster:leave.status.${value}` as 'roster:leave.status.asked'),
  active: yesNo,
  online: yesNo,
  threeChecks: yesNo,
  homeArea: names,
  areas: names,
  exception,
  holiday,
  shifts,
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
