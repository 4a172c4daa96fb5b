import { expect, test } from 'vitest'
import { formatter } from '#app/i18n/format.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { workEventOf } from '#app/routes/console/tickets/work-event.ts'
import { workWords } from '#app/routes/console/tickets/work-words.ts'
import { ticketEventKinds, type TicketEventKind } from '#db/vocabulary/tickets.ts'

const recorded = {
  late_told: {
    reason: 'traffic',
    note: '高架上有事故',
    expectedAt: '2026-03-10T06:30:00Z',
    told: false,
  },
  work_paused: { reason: 'parts', note: '等铰链' },
  work_resumed: {},
  damage_noted: { what: '墙上有划痕' },
  extra_proposed: { what: '换门轨', minutes: 90, price: 12050 },
  extra_decided: { what: '换门轨', minutes: 90, price: 12050, decision: 'accepted', by: '林小兰' },
  work_inspected: { level: 'leader', passed: false, note: '门缝不匀' },
  visit_escalated: { found: '边框开裂', needed: '要工厂来人' },
  item_taken: { number: 'C1000042', purpose: 'repair', item: '中门', backOn: '2026-03-17' },
  item_returned: { number: 'C1000042', item: '中门', reclaimed: false },
  customer_no_show: { note: '敲门三次' },
  crew_no_show: { note: '车坏在路上', byCustomer: true },
  record_corrected: { text: '是右门' },
} satisfies Partial<Record<TicketEventKind, Record<string, unknown>>>

const said = (locale: 'zh-CN' | 'en', kind: keyof typeof recorded) => {
  const words = {
    t: translate(locale),
    format: formatter(locale, 'Asia/Shanghai', '2026-03-10T02:00:00Z'),
  }
  return workWords(words, workEventOf(kind, recorded[kind])!).join(' · ')
}

test.each([
  ['zh-CN', 'late_told', '路上堵车 · 预计 3月10日 周二 14:30 到 · 顾客没有另外通知 · 高架上有事故'],
  ['en', 'work_paused', 'Waiting for parts · 等铰链'],
  ['en', 'work_resumed', ''],
  ['zh-CN', 'damage_noted', '墙上有划痕'],
  ['en', 'extra_proposed', '换门轨 (1 h 30 min, ¥120.50)'],
  ['zh-CN', 'extra_decided', '换门轨（1 小时 30 分钟，¥120.50） · 已同意 · 林小兰'],
  ['en', 'work_inspected', 'Crew leader · not passed · 门缝不匀'],
  ['zh-CN', 'visit_escalated', '边框开裂 · 要工厂来人'],
  ['zh-CN', 'item_taken', '取回维修 · 中门，凭据 C1000042 · 约定 3月17日 周二 送回'],
  ['en', 'item_returned', '中门, receipt C1000042 · receipt not reclaimed'],
  ['zh-CN', 'customer_no_show', '敲门三次'],
  ['en', 'crew_no_show', 'the customer said so · 车坏在路上'],
  ['zh-CN', 'record_corrected', '是右门'],
] as const)('IN-8: in %s the history says of %s: %s', (locale, kind, words) => {
  expect(said(locale, kind)).toBe(words)
})

test('every other event tells of something else', () => {
  for (const kind of ticketEventKinds) {
    if (kind in recorded) continue
    expect(workEventOf(kind, { reason: 'x', note: 'y', number: 'z' }), kind).toBeNull()
  }
})
