import type { Page } from 'playwright-core'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { anArea } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aCrew } from '#test/factories/crews.ts'
import type { Site } from '#test/setup/site.ts'

/** A Wednesday of its own, weeks ahead of what the demo planned; in the company's zone. */
const first = new Date(Date.now() + 50 * 86_400_000)
const wednesday = new Date(first.getTime() + ((3 - first.getUTCDay() + 7) % 7) * 86_400_000)
let weeks = 0

export type BoardScene = Awaited<ReturnType<typeof boardScene>>

/**
 * A day on which one crew can take what waits, with a visit from ten to eleven, and others can't: they lack the skill,
 * come from elsewhere, or are at work in the morning alone.
 */
export async function boardScene(site: Site) {
  const { db } = site.database
  const day = new Date(wednesday.getTime() + weeks++ * 7 * 86_400_000).toISOString().slice(0, 10)
  const at = (time: string) => new Date(`${day}T${time}:00+08:00`)
  const [here, there] = [await anArea(db), await anArea(db)]
  const sql = site.database.connect({ max: 1 })
  const able = await aCrew(db, { nameZh: `能去组${weeks}`, nameEn: `Able ${weeks}`, areas: [here] })
  const unskilled = await aCrew(db, { skills: ['survey'], areas: [here] })
  const elsewhere = await aCrew(db, { areas: [there] })
  const mornings = await aCrew(db, { areas: [here] })
  await sql`update shifts set ends_at = '09:30' where crew_id = ${mornings.id}`
  const ticket = (name: string) => aTicket(db, { status: 'scheduled', areaId: here.id, name })
  const window = { windowStart: at('09:00'), windowEnd: at('12:00'), durationMinutes: 60 }
  const busy = await aConfirmedVisit(db, {
    ...window,
    ticketId: (await ticket('已经派好')).id,
    crewId: able.id,
    plannedStart: at('10:00'),
    plannedEnd: at('11:00'),
  })
  const waits = await aVisit(db, {
    ...window,
    ticketId: (await aTicket(db, { status: 'triaged', areaId: here.id, name: '等着派的' })).id,
  })
  const delivery = await aVisit(db, {
    ...window,
    skill: 'delivery',
    ticketId: (await aTicket(db, { status: 'triaged', areaId: here.id, name: '送货的' })).id,
  })
  return {
    day,
    ...{ able, unskilled, elsewhere, mornings, busy, waits, delivery },
    /** What the database says of a visit: its crew and `HH:MM`, and whether it is pinned. */
    async stands(id: number) {
      const [row] = await sql<{ crew: number | null; start: string | null; pinned: boolean }[]>`
        select crew_id::int as crew, pinned,
          to_char(planned_start at time zone 'Asia/Shanghai', 'HH24:MI') as start
        from visits where id = ${id}`
      return row!
    },
    sql,
  }
}

export const card = (page: Page, visit: { id: number }) =>
  page.locator(`a[data-visit="${visit.id}"]`)
export const inLane = (page: Page, crew: { id: number }, visit: { id: number }) =>
  page.locator(`[data-crew="${crew.id}"] a[data-visit="${visit.id}"]`)
export const inTray = (page: Page, visit: { id: number }) =>
  page.locator(`.board-tray a[data-visit="${visit.id}"]`)

/** Takes a card and holds it at a time of a crew's lane; the mouse stays down. */
export async function dragOver(
  page: Page,
  visit: { id: number },
  crew: { id: number },
  time: string,
) {
  const lane = page.locator(`[data-crew="${crew.id}"] .lane`)
  await lane.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const from = (await card(page, visit).boundingBox())!
  const to = (await lane.boundingBox())!
  const [hours, minutes] = time.split(':').map(Number)
  const { first, last } = await page.locator('.board').evaluate(({ classList }) => {
    const hour = (of: string) =>
      Number([...classList].find((name) => name.startsWith(of))!.slice(of.length))
    return { first: hour('first-'), last: hour('last-') }
  })
  const along = (hours! + minutes! / 60 - first) / (last - first)
  await page.mouse.move(from.x + 12, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(from.x + 24, from.y + 14, { steps: 3 })
  const [x, y] = [to.x + along * to.width, to.y + to.height / 3]
  await page.mouse.move(x, y, { steps: 6 })
  // A real mouse goes on telling where it is; this one tells once a step.
  for (const wobble of [1, 0, 1, 0]) {
    await page.mouse.move(x + wobble, y)
    await page.waitForTimeout(30)
  }
}
