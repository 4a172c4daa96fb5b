import { createHash, createHmac, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, openPage, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'

const site = demoSite()
const browser = useBrowser()

/** A private link to rate a finished visit of somebody who reads Chinese and hasn't rated, made as the product makes it. */
async function aRatingLink(skip = 0): Promise<{ token: string; visitId: string }> {
  const sql = site.database.connect()
  const [visit] = await sql<{ id: string; ticket_id: string }[]>`
    select v.id, v.ticket_id from visits v
    join tickets of on of.id = v.ticket_id and of.locale = 'zh-CN'
    left join ratings r on r.visit_id = v.id
    where v.status = 'finished' and r.visit_id is null
      and not exists (select 1 from tickets t where t.about_visit_id = v.id)
    order by v.id offset ${skip} limit 1`
  const secret = (await readFile(path.join(site.dataDir, 'secret'), 'utf8')).trim()
  const id = randomUUID()
  const token = createHmac('sha256', secret)
    .update(`link:${id}`)
    .digest()
    .subarray(0, 24)
    .toString('base64url')
  const hash = createHash('sha256').update(token).digest('base64url')
  await sql`
    insert into private_links (id, purpose, ticket_id, visit_id, token_hash, created_at)
    values (${id}, 'rate', ${visit!.ticket_id}, ${visit!.id}, ${hash}, now())`
  return { token, visitId: visit!.id }
}

const questions = ['attitude', 'quality', 'solved', 'punctuality', 'tidiness']

describe('a homeowner rates a visit (FU-2)', () => {
  test('poorly, without a script: what is missing is asked, and a complaint is opened (FU-4)', async () => {
    const { token, visitId } = await aRatingLink()
    const page = await openPage(browser, { javaScript: false, baseUrl: site.url })
    allowTrouble(page, /422/)
    await page.goto(`/rate/${token}`)
    await page.fill('#rate-words', '地上都是灰')
    await page.locator('.button--primary').click()
    expect(await page.title()).toMatch(/^错误：/)
    expect(await page.locator('#error-summary li').count()).toBe(5)
    expect(await page.locator('#rate-words').inputValue()).toBe('地上都是灰')
    for (const question of questions) {
      await page.check(`input[name="${question}"][value="${question === 'tidiness' ? 1 : 5}"]`)
    }
    await page.check('input[name="wantsCall"][value="yes"]')
    await page.check('input[name="tags"][value="left_mess"]')
    await page.locator('.button--primary').click()
    await page.waitForURL(`**/rate/${token}`)
    expect(await page.locator('.facts').textContent()).toContain('地上都是灰')
    const rows = await site.database.connect()`
      select kind, description from tickets where about_visit_id = ${visitId}`
    expect([...rows]).toEqual([{ kind: 'complaint', description: '地上都是灰\n整洁 1/5' }])
  })

  test('well, and changes it', async () => {
    const { token } = await aRatingLink(1)
    const page = await openPage(browser, { locale: 'en', baseUrl: site.url })
    await page.goto(`/rate/${token}`)
    for (const question of questions) await page.check(`input[name="${question}"][value="5"]`)
    expect(await page.locator('.when-poor').isVisible()).toBe(false)
    await expectNoAxeViolations(page)
    await page.locator('.button--primary').click()
    await page.getByRole('link', { name: 'Change my answers' }).click()
    expect(await page.isChecked('input[name="solved"][value="5"]')).toBe(true)
    await page.check('input[name="solved"][value="3"]')
    await page.locator('.button--primary').click()
    await page.getByText('3 of 5, Fair').waitFor()
    await expectNoAxeViolations(page)
  })
})
