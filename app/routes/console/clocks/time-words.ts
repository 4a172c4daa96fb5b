import type { Translate } from '#app/i18n/keys.ts'

const minute = 60_000
/** From so many hours on minutes are left out. */
const exactHours = 4

/** A stretch of time in a few words, rounded down: 1 天 4 小时 · 3 h 10 min · 34 min */
export function timeWords(t: Translate, milliseconds: number): string {
  const whole = Math.floor(milliseconds / minute)
  const days = Math.floor(whole / 1440)
  const hours = Math.floor((whole % 1440) / 60)
  const minutes = whole % 60
  const said = [
    days && t('clocks:time.days', { n: days }),
    hours && t('clocks:time.hours', { n: hours }),
    !days && hours < exactHours && minutes && t('clocks:time.minutes', { n: minutes }),
  ].filter(Boolean)
  return said.join(' ') || t('clocks:time.under')
}
