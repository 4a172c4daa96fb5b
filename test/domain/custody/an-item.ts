import type { TakeAwayForm } from '#app/domain/custody/take-away-form.ts'
import { serial } from '#test/factories/serial.ts'

/** A door that goes away for repair and should be back a week later. */
export const anItem = (facts: Partial<TakeAwayForm> = {}): TakeAwayForm => ({
  purpose: 'repair',
  item: '中间那扇柜门',
  condition: '右下角磕掉一块，铰链两只在',
  reason: '要回厂压平',
  backOn: '2026-03-17',
  handedBy: '林晓岚',
  drawing: null,
  submissionKey: `receipt-key-number-${serial()}-`.padEnd(32, 'x'),
  ...facts,
})
