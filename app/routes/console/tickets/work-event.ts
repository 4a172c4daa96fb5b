import type { TicketEventKind } from '#db/vocabulary/tickets.ts'
import {
  custodyPurposes,
  extraDecisions,
  inspectionLevels,
  lateReasons,
  pauseReasons,
} from '#db/vocabulary/work.ts'

const kinds = [
  'late_told',
  'work_paused',
  'work_resumed',
  'damage_noted',
  'extra_proposed',
  'extra_decided',
  'work_inspected',
  'visit_escalated',
  'item_taken',
  'item_returned',
  'customer_no_show',
  'crew_no_show',
  'record_corrected',
] as const satisfies readonly TicketEventKind[]

export type WorkEvent = NonNullable<ReturnType<typeof workEventOf>>

/** What an event tells of the work at a home; null when it tells of something else. */
export function workEventOf(kind: TicketEventKind, data: Record<string, unknown>) {
  if (!kinds.some((one) => one === kind)) return null
  const text = (name: string) => {
    const value = data[name]
    return typeof value === 'string' && value !== '' ? value : null
  }
  const figure = (name: string) => {
    const value = data[name]
    return typeof value === 'number' ? value : null
  }
  const yesNo = (name: string) => (typeof data[name] === 'boolean' ? data[name] : null)
  const one = <T extends string>(name: string, of: readonly T[]) =>
    of.find((item) => item === data[name]) ?? null
  return {
    late: kind === 'late_told' ? one('reason', lateReasons) : null,
    pause: kind === 'work_paused' ? one('reason', pauseReasons) : null,
    expectedAt: text('expectedAt'),
    untold: kind === 'late_told' && yesNo('told') === false,
    what: text('what'),
    minutes: figure('minutes'),
    price: figure('price'),
    decision: one('decision', extraDecisions),
    by: text('by'),
    level: one('level', inspectionLevels),
    passed: yesNo('passed'),
    item: text('item'),
    number: text('number'),
    purpose: one('purpose', custodyPurposes),
    backOn: text('backOn'),
    reclaimed: yesNo('reclaimed'),
    byCustomer: yesNo('byCustomer') === true,
    found: text('found'),
    needed: text('needed'),
    note: text('note') ?? text('text'),
  }
}
