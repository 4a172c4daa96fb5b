import { randomBytes } from 'node:crypto'
import type { Sql } from 'postgres'
import { addDays, dayOf } from '#app/platform/time.server.ts'

/** One thing that somebody at the desk waits for. */
export interface Ask {
  name: string
  path: string
  /** Makes the form anew each time it is sent. */
  body?: () => FormData
}

/** What Q-26 names, asked of whatever this company has. */
export async function asksOf(sql: Sql): Promise<Ask[]> {
  const [one] = await sql<{ number: string; phone: string; at: Date; id: number }[]>`
    select number, phone, created_at as at, id from tickets
    order by created_at desc, id desc offset (select count(*) / 2 from tickets) limit 1`
  const { number, phone, at, id } = one!
  const [returned] = await sql<{ number: string }[]>`
    select number from return_cases where status = 'closed' order by id desc limit 1`
  const monthAgo = addDays(dayOf(new Date()), -30)
  const queue = '/console/tickets'
  return [
    { name: 'today', path: '/console' },
    { name: 'queue', path: queue },
    { name: 'filtered queue', path: `${queue}?queue=all&category=surface&severity=2` },
    { name: 'closed', path: `${queue}?queue=closed` },
    { name: 'deep page', path: `${queue}?queue=all&before=${at.getTime() * 1000}-${id}` },
    { name: 'search 两个汉字', path: `/console/search?q=${encodeURIComponent('铰链')}` },
    { name: 'search rare pair', path: `/console/search?q=${encodeURIComponent('罗晨')}` },
    { name: 'search English', path: '/console/search?q=blistering' },
    { name: 'search phone tail', path: `/console/search?q=${phone.slice(-6)}` },
    { name: 'search number', path: `/console/search?q=${number.slice(0, -2)}` },
    {
      name: 'frequent, narrowed',
      path: `${queue}?queue=all&severity=1&category=surface&q=${encodeURIComponent('门')}`,
    },
    { name: 'customers', path: '/console/customers' },
    { name: 'customers due', path: '/console/customers?due=yes' },
    { name: 'ticket page', path: `${queue}/${number}` },
    { name: 'dispatch day', path: `/console/dispatch?day=${dayOf(new Date())}` },
    { name: 'window list', path: '/resources/windows?service=repair&area=1' },
    { name: 'cases queue', path: '/console/returns?queue=acting' },
    { name: 'case page', path: `/console/returns/${returned!.number}` },
    { name: 'ledger', path: '/console/returns/ledger' },
    { name: 'complaints', path: '/console/complaints?queue=all' },
    { name: 'figures by party', path: `/console/returns/figures?from=${monthAgo}` },
    { name: 'submit', path: '/console/tickets/new', body: call },
  ]
}

function call(): FormData {
  const form = new FormData()
  const fields = {
    submissionKey: randomBytes(16).toString('hex'),
    ...{ phone: '13800138000', name: '测试', channel: 'phone', kind: 'repair' },
    ...{ product: '橡木橱柜', category: 'door', description: '门关不严', severity: '3' },
    ...{ address: '工业园区星湖街 200 号', language: 'zh-CN' },
  }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}
