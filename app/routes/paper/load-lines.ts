import type { Translate } from '#app/i18n/keys.ts'
import { inShort } from '#app/ui/paper/measure.ts'
import type { LoadView } from './load-view.server.ts'

export type LoadStop = LoadView['stops'][number]

export interface LoadLine {
  text: string
  model: string
  quantity: string
  /** Ticked once it is on the vehicle; not what stays where it is. */
  loads: boolean
}

/** What one stop needs on the vehicle. */
export function linesOfStop(stop: LoadStop, t: Translate): LoadLine[] {
  const goods = stop.goods.map((one) => ({
    text: wordsOf(one, t),
    model: one.model ?? '',
    quantity: one.atHome ? '' : String(one.quantity ?? ''),
    loads: !one.atHome,
  }))
  const back = stop.toGiveBack.map(({ item, number }) => ({
    text: t('paper:load.giveBack', { item }),
    model: t('paper:load.receipt', { number }),
    quantity: '1',
    loads: true,
  }))
  const work = {
    text: t('paper:load.work', {
      skill: t(`words:skill.${stop.skill}`),
      work: inShort(stop.work, 160),
    }),
    ...{ model: '', quantity: '', loads: false },
  }
  return stop.goods.length > 0 ? [...goods, ...back] : [work, ...back]
}

function wordsOf(one: LoadStop['goods'][number], t: Translate): string {
  if (one.atHome) return t('paper:load.atHome', one)
  if (one.short) return t('paper:load.shortGoods', one)
  return one.quantity === null ? t('paper:load.asNamed', one) : one.name
}

/** What the customers hand over, stop by stop in the order of the day. */
export const collectedOn = (stops: readonly LoadStop[], t: Translate) =>
  stops
    .toReversed()
    .flatMap((stop) =>
      [
        stop.collects && t(`paper:load.${stop.collects}`, { product: stop.product }),
        stop.home?.takeAway && t('paper:load.takeAway', { text: stop.home.takeAway }),
      ]
        .filter((what): what is string => Boolean(what))
        .map((what) => ({ position: stop.position ?? 0, name: stop.name, what })),
    )

/** What isn't there for the day, stop by stop in its order. */
export const missingOn = (stops: readonly LoadStop[], t: Translate): string[] =>
  stops
    .toReversed()
    .filter(({ short }) => short)
    .map(({ position, name, goods, marks }) =>
      t('paper:load.shortAt', {
        position,
        name,
        what: [
          ...goods
            .filter(({ short, atHome }) => short && !atHome)
            .map((one) => t('paper:load.stocks', one)),
          ...marks.filter(({ kind }) => kind === 'parts_short').map(({ note }) => note),
        ].join(t('paper:and')),
      }),
    )
