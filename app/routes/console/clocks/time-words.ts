import type { Translate } from '#app/i18n/keys.ts'

const minute = 60_000

/** A stretch of time in at most two units, rounded down: 1 天 4 小时 · 34 min */
export function timeWords(t: Translate, milliseconds: number): string {
  const whole = Math.floor(milliseconds / minute)
  const days = Math.floor(whole / 1440)
  const hours = Math.floor((whole % 1440) / 60)
  const minutes = whole % 60
  const said = [
    days && t('clocks:time.days', { n: days }),
    hours && t('clocks:time.hours', { n: hours }),
    !days && minutes && t('clocks:time.minutes', { n: minutes }),
  ].filter(Boolean)
  return said.join(' ') || t('clocks:time.under')
}
