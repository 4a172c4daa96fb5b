import type { ClockView } from '#app/domain/clocks/index.server.ts'
import type { Format } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/keys.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Clocks } from '#app/ui/console/sections.tsx'
import { ClockChip } from '#app/ui/console/status.tsx'
import { withinDay } from '../civil-day.ts'
import { timeWords } from './time-words.ts'
import { useNow } from './use-now.ts'

/** One clock with the time left or over; it turns by itself while the page is open. */
export function TicketClock({
  clock,
  pausedUntil = null,
}: {
  clock: ClockView
  /** The day on which a paused ticket is looked at again. */
  pausedUntil?: string | null
}) {
  const { t, format } = useWords()
  const now = useNow()
  const kind = t(`clocks:kind.${clock.kind}`)
  if (clock.state === 'held') {
    return (
      <ClockChip state="held" title={kind}>
        {pausedUntil
          ? t('clocks:heldUntil', { day: format.day(withinDay(pausedUntil)) })
          : t('clocks:held')}
      </ClockChip>
    )
  }
  if (clock.state === 'met') {
    const time = serviceTime(format, roughly(clock.spent))
    return (
      <ClockChip state={clock.late ? 'over' : 'met'} title={kind}>
        {t(clock.late ? 'clocks:metLate' : 'clocks:met', { time })}
      </ClockChip>
    )
  }
  const state = stateAt(clock, now)
  const due = Date.parse(clock.dueAt!)
  return (
    <ClockChip
      state={state}
      used={state === 'risk' ? Math.max(75, clock.used) : clock.used}
      title={dueWords(t, clock, format.moment(clock.dueAt!))}
    >
      {t(state === 'over' ? 'clocks:over' : 'clocks:left', {
        time: timeWords(t, Math.abs(due - now)),
      })}
    </ClockChip>
  )
}

/** Every target of a ticket: how it stands, and what was promised. */
export function TicketClocks({
  clocks,
  pausedUntil,
}: {
  clocks: readonly ClockView[]
  pausedUntil: string | null
}) {
  const { t, format } = useWords()
  if (clocks.length === 0) return null
  const goalOf = ({ targetMinutes, dueAt, agreedUntil }: ClockView) => {
    const time = serviceTime(format, targetMinutes * 60_000)
    if (agreedUntil && agreedUntil === dueAt)
      return t('clocks:goalAgreed', { at: format.moment(agreedUntil) })
    return dueAt
      ? t('clocks:goalUntil', { time, at: format.moment(dueAt) })
      : t('clocks:goal', { time })
  }
  return (
    <>
      <h2 className="vh">{t('clocks:title')}</h2>
      <Clocks
        items={clocks.map((clock) => ({
          label: t(`clocks:kind.${clock.kind}`),
          clock: <TicketClock clock={clock} pausedUntil={pausedUntil} />,
          goal: goalOf(clock),
        }))}
      />
    </>
  )
}

const hour = 3_600_000

/** What was spent: from ten hours on minutes say nothing. */
const roughly = (spent: number) => (spent < 10 * hour ? spent : spent - (spent % hour))

/** Service time is counted in hours: a day of it is longer than a day. */
const serviceTime = (format: Format, milliseconds: number) =>
  format.minutes(Math.floor(milliseconds / 60_000))

function stateAt({ dueAt, riskAt }: ClockView, now: number): 'ok' | 'risk' | 'over' {
  if (now >= Date.parse(dueAt!)) return 'over'
  return riskAt && now >= Date.parse(riskAt) ? 'risk' : 'ok'
}

const dueWords = (t: Translate, { kind, agreedUntil, dueAt }: ClockView, at: string) =>
  t(agreedUntil && agreedUntil === dueAt ? 'clocks:dueAgreed' : 'clocks:due', {
    kind: t(`clocks:kind.${kind}`),
    at,
  })
