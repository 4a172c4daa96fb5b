import type { Format } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/keys.ts'
import { clockTime, type DayClock } from './board-day.ts'
import type { BoardVisit } from './board-view.server.ts'
import type { Place, SayPlace } from './carry.ts'
import type { Refused } from './judge-drop.ts'

interface Told {
  t: Translate
  format: Format
  clock: DayClock
}

/** Why a visit can't be put down at a place, in the reader's words. */
export function refusedWords(
  visit: BoardVisit,
  crew: string,
  refused: Refused,
  { t, format, clock }: Told,
): string {
  switch (refused.why) {
    case 'underWay':
    case 'crewInactive':
    case 'windowOver':
      return t(`dispatch:move.refused.${refused.why}`)
    case 'skill':
      return t('dispatch:move.refused.skill', {
        crew,
        skill: t(`words:skill.${visit.skill}`),
      })
    case 'area':
      return t('dispatch:move.refused.area', { crew, area: visit.areaName })
    case 'shift':
      return t('dispatch:move.refused.shift', { crew })
    case 'past':
      return t('dispatch:move.refused.past', { time: clockTime(refused.now) })
    case 'overlap':
      return t('dispatch:move.refused.overlap', {
        crew,
        name: refused.name,
        from: clockTime(refused.from),
        to: clockTime(refused.to),
      })
    case 'window': {
      const sameDay = refused.from >= 0 && refused.from < 1440
      return sameDay
        ? t('dispatch:move.refused.window', {
            from: clockTime(refused.from),
            to: clockTime(refused.to),
          })
        : t('dispatch:move.refused.otherDay', { day: format.day(clock.isoOf(refused.from)) })
    }
  }
}

export const placeWords = (t: Translate, { crew, start }: Place) =>
  t('dispatch:move.at', { time: clockTime(start), crew: crew.name })

/** What the ghost says. */
export const sayPlace =
  (told: Told): SayPlace =>
  ({ visit, drop }, { crew, start }, verdict) => {
    const title = `${clockTime(start)}–${clockTime(start + drop.minutes)}`
    if (!verdict.allowed) {
      return { title, text: refusedWords(visit, crew.name, verdict, told), refused: true }
    }
    const text =
      verdict.way === null
        ? told.t('dispatch:move.allowed')
        : told.t(verdict.short ? 'dispatch:move.wayShort' : 'dispatch:move.way', {
            minutes: verdict.way,
          })
    return { title, text, refused: false }
  }
