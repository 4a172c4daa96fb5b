import { test } from 'vitest'
import { useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import { colleagueAt } from './colleague.ts'

const site = demoSite()
const browser = useBrowser()

test('look', async () => {
  const [one] = await site.database.ask(
    (sql) => sql<{ number: string }[]>`
      insert into return_cases (ticket_id, order_id, order_line_id, product_id, product, reason, wish, words, delivered_on,
        asked_at, due_at)
      select t.id, o.id, l.id, l.product_id, '听雨餐桌', 'defect', 'refund', '用了两个月桌面自己裂了，我不想修，能退就退。',
        current_date - 67, now() - interval '6 minutes', now() + interval '23 hours 50 minutes'
      from tickets t join orders o on o.id = t.order_id join order_lines l on l.order_id = o.id
      where t.status in ('new', 'triaged') and t.merged_into_id is null
        and not exists (select 1 from return_cases c where c.ticket_id = t.id)
      order by t.id limit 1 returning number`,
  )
  const at = `/console/returns/${one!.number}`
  const shoot = async (name: string, options: object, account = 'desk', url = at) => {
    const page = await colleagueAt(site, browser, `${account}@demo.test`, options)
    await page.goto(url)
    await page.waitForTimeout(600)
    await page.screenshot({ path: `/tmp/rx-${name}.png`, fullPage: true })
    return page
  }
  const big = { width: 1440, height: 1400 }
  await shoot('queue', { viewport: 'desk' }, 'desk', '/console/returns')
  await shoot('queue-all-390', { viewport: 'phone', locale: 'en' }, 'desk', '/console/returns?queue=all')
  const page = await shoot('asked', { viewport: big })
  await shoot('asked-390', { viewport: 'phone' })
  await shoot('asked-en-dark', { viewport: big, locale: 'en', colorScheme: 'dark' })
  await shoot('warehouse', { viewport: big }, 'warehouse')
  await page.locator('[name=remedy][value=refund]').check()
  await page.fill('[name=why]', '换过一次又裂，顾客要退。')
  await page.selectOption('[name=method]', 'original')
  await page.screenshot({ path: '/tmp/rx-refund.png', fullPage: true })
  await page.locator('.deciding .btn-go').click()
  await page.locator('.st', { hasText: '待批准' }).first().waitFor()
  await page.screenshot({ path: '/tmp/rx-waiting.png', fullPage: true })
  const manager = await shoot('approve', { viewport: big }, 'manager')
  await shoot('approve-390', { viewport: 'phone' }, 'manager')
  await manager.locator('#approval [name=reason]').fill('同意')
  await manager.locator('button[value=approve]').click()
  await manager.locator('.decided').first().waitFor()
  await manager.screenshot({ path: '/tmp/rx-acting.png', fullPage: true })
  await shoot('acting-390-en', { viewport: 'phone', locale: 'en' }, 'manager')
})
