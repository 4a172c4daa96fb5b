import { type FormEvent, useState } from 'react'
import { higherLevel, isAtLeast, levelFor, totalOf } from '#app/domain/returns/costs.ts'
import type { Costs, DecisionLevel, Remedy } from '#db/vocabulary/returns.ts'
import { useTypedBefore } from '#app/routes/typed-before.ts'
import { plainMoney } from './case-look.ts'
import type { WaysView, WayView } from './ways-view.server.ts'

/** The lines that can be typed over; `amount` is what the customer gets back. */
export const typedLines = ['goods', 'residual', 'freight', 'labour', 'charged'] as const
type Typed = Partial<Record<(typeof typedLines)[number] | 'amount', string>>

/** What says when a visit can be. */
type Timed = { collect?: string; promisedOn?: string }

/** What each way begins with; kept apart so that nothing typed is written over. */
type Draft = 'told' | 'what' | 'amount'

/** What the customer is told to begin with: that it is free, or how much they pay (minor units). */
export const toldOf = ({ told, toldCharged }: WayView, charged: number): string =>
  charged > 0 ? toldCharged.replace('{{amount}}', plainMoney(charged)) : told

/** As it is typed, `1,120.50`; `null` while it is none. */
function minorOf(typed: string | undefined): number | null {
  const plain = (typed ?? '').normalize('NFKC').replaceAll(',', '').trim()
  return /^\d{1,8}([.]\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null
}

/** RX-3: the costs of the chosen way with what was typed over the usual lines. */
export function costsTyped({ costs, asks }: WayView, typed: Typed): Costs {
  const residual = minorOf(typed.residual)
  return {
    goods: minorOf(typed.goods) ?? costs.goods,
    residual: residual === null ? costs.residual : -residual || 0,
    freight: minorOf(typed.freight) ?? costs.freight,
    labour: minorOf(typed.labour) ?? costs.labour,
    refund: asks.includes('money') ? (minorOf(typed.amount) ?? costs.refund) : 0,
    charged: minorOf(typed.charged) ?? costs.charged,
  }
}

/** How the original leaves: as chosen, if this way knows that, or as usual. */
export const collectOf = ({ collect }: WayView, chosen: string | undefined) =>
  collect.find((one) => one === chosen) ?? collect[0]

/** The chosen way, what it costs as typed, and whose signature that needs. */
export function useDecide(
  formId: string,
  {
    ways,
    level,
    mine,
    first,
    typed: before,
    timed: timedBefore,
  }: {
    ways: WaysView
    /** Whoever must at least sign. */
    level: DecisionLevel
    mine: DecisionLevel
    first: string | undefined
    typed: Typed
    timed: Timed
  },
) {
  const wayOf = (remedy: string | undefined) => ways.ways.find((way) => way.remedy === remedy)
  const [chosen, setChosen] = useState<Remedy>((wayOf(first) ?? wayOf(ways.usual)!).remedy)
  const [typed, setTyped] = useState<Typed>(before)
  const [timed, setTimed] = useState<Timed>(timedBefore)
  const way = wayOf(chosen)!
  const costs = costsTyped(way, typed)
  const total = totalOf(costs)
  const needs = higherLevel(levelFor(chosen, total, ways.limits), level)
  const fieldOf = (name: string) =>
    document.getElementById(formId)?.querySelector<HTMLInputElement>(`[name="${name}"]`)
  const draft = (name: Draft, from: string, to: string) => {
    const field = fieldOf(name)
    if (field && field.value === from) field.value = to
  }
  const turn = (next: WayView, lines: Typed) => {
    draft('told', toldOf(way, costs.charged), toldOf(next, costsTyped(next, lines).charged))
    draft('what', way.what, next.what)
    draft('amount', way.amount, next.amount)
    const { amount, ...others } = lines
    setTyped(amount === way.amount ? others : lines)
    setChosen(next.remedy)
  }
  const choose = (remedy: Remedy) => {
    turn(wayOf(remedy)!, typed)
    setTimed(({ promisedOn }) => ({ ...timedBefore, ...(promisedOn ? { promisedOn } : {}) }))
  }
  useTypedBefore(formId, (now) => {
    turn(
      wayOf(now('remedy')) ?? way,
      Object.fromEntries((['amount', ...typedLines] as const).map((name) => [name, now(name)])),
    )
    setTimed({ collect: now('collect'), promisedOn: now('promisedOn') })
  })
  const onInput = ({ target }: FormEvent<HTMLFormElement>) => {
    const { name, value } = target as HTMLInputElement
    if (name === 'amount' || typedLines.some((line) => line === name)) {
      setTyped((lines) => ({ ...lines, [name]: value }))
    }
    if (name === 'charged') {
      const { charged } = costsTyped(way, { charged: value })
      draft('told', toldOf(way, costs.charged), toldOf(way, charged))
    }
    if (name === 'collect' || name === 'promisedOn') {
      setTimed((times) => ({ ...times, [name]: value }))
    }
  }
  const alone = isAtLeast(mine, needs)
  const collect = collectOf(way, timed.collect)
  const promisedOn = timed.promisedOn ?? ''
  return { chosen, way, costs, total, needs, alone, collect, promisedOn, choose, onInput }
}
