import type { Format } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/keys.ts'
import { withinDay } from '#app/routes/console/civil-day.ts'
import type { SheetView } from './sheet-view.server.ts'

/** What a crew should know before it sets out, a line each. */
export function remindersOf(
  sheet: Pick<SheetView, 'urgent' | 'marks' | 'toGiveBack' | 'collects' | 'home' | 'cancelled'>,
  { t, format }: { t: Translate; format: Format },
): string[] {
  const { home, marks } = sheet
  const saidNotReady = marks.some(({ kind }) => kind === 'site_not_ready')
  return [
    sheet.cancelled && t('paper:sheet.cancelled'),
    sheet.urgent && t('paper:sheet.urgent'),
    ...marks.map(({ kind, note, expectedOn }) => {
      const what = t('paper:colon', { what: t(`visits:marks.kind.${kind}`), text: note })
      return expectedOn
        ? t('paper:sheet.expected', { what, date: format.date(withinDay(expectedOn)) })
        : what
    }),
    home?.roomReady === false && !saidNotReady && t('paper:sheet.room'),
    ...sheet.toGiveBack.map((one) => t('paper:sheet.giveBack', one)),
    sheet.collects === 'original' && t('paper:sheet.original'),
    sheet.collects === 'return' && t('paper:sheet.return'),
    home?.takeAway && t('paper:sheet.takeAway', { text: home.takeAway }),
  ].filter((one): one is string => typeof one === 'string')
}

/** Lift, floor and parking, as the customer answered. */
export function homeOf(home: SheetView['home'], t: Translate): string {
  if (!home) return ''
  const { lift, floor, parking } = home
  return [
    floor !== null && t('paper:sheet.floor', { floor }),
    lift !== null && t(`paper:sheet.lift.${lift ? 'yes' : 'no'}`),
    parking !== null && t(`paper:sheet.parking.${parking}`),
  ]
    .filter(Boolean)
    .join(t('paper:and'))
}
