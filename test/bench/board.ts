import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { createCookie } from '@remix-run/node'
import { chromium, type Page } from 'playwright-core'
import { connect, type Db } from '#db/client.server.ts'
import { sessions } from '#db/schema/accounts.ts'
import { aCrew } from '#test/factories/crews.ts'
import { aColleague } from '#test/factories/staff.ts'
import { anArea } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { findChromium } from '#test/setup/chromium.ts'
import { createDatabase, startPostgres } from '#test/setup/postgres.ts'
import { openRunFolder } from '#test/setup/run-folder.ts'
import { startServer } from '#test/setup/server.ts'
import { framesOf, told } from './frames.ts'

const crews = 40
const visitsEach = 8
const waiting = 20

const traced = [
  'devtools.timeline',
  'devtools.timeline.frame',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
]

/** Two weeks ahead, a Wednesday: nothing is late there. */
const ahead = new Date(Date.now() + 14 * 86_400_000)
const wednesday = new Date(ahead.getTime() + ((3 - ahead.getUTCDay() + 7) % 7) * 86_400_000)
const day = wednesday.toISOString().slice(0, 10)
const at = (minutes: number) => new Date(Date.parse(`${day}T00:00:00+08:00`) + minutes * 60_000)

/**
 * What a frame of a drag costs on a board of 40 crews × 8 visits, in a real browser: milliseconds of script, style,
 * layout and paint on the page's thread.
 */
export async function main(): Promise<number> {
  const run = openRunFolder()
  const { stop, ...postgres } = await startPostgres(run.folder)
  try {
    const databaseUrl = await createDatabase(postgres, 'board')
    const dataDir = path.join(run.folder, 'files')
    mkdirSync(dataDir)
    const settings = { runFolder: run.folder, databaseUrl, dataDir, patience: 300_000 }
    const server = await startServer(settings)
    const pool = connect(databaseUrl, { role: undefined })
    const cookie = await fill(pool.db)
    const program = await findChromium()
    const browser = await chromium.launch({
      executablePath: program.executablePath,
      args: ['--no-sandbox', '--headless=shell', '--disable-dev-shm-usage'],
      env: { ...process.env, ...program.env },
    })
    const context = await browser.newContext({
      baseURL: server.url,
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
    })
    await context.addCookies([{ url: server.url, name: 'session', value: cookie }])
    const page = await context.newPage()
    await page.goto(`/console/dispatch?day=${day}`)
    await page.locator('[data-drags]').waitFor({ state: 'attached', timeout: 60_000 })
    process.stdout.write(`${await page.locator('a.stop').count()} cards on ${crews} crews\n`)
    for (const [name, work] of [
      ['drag over all rows', dragAbout],
      ['walk by keyboard', carryByKeys],
    ] as const) {
      await browser.startTracing(page, { categories: traced })
      await work(page)
      const trace = await browser.stopTracing()
      process.stdout.write(`${name}: ${told(framesOf(trace.toString('utf8')))}\n`)
    }
    await browser.close()
    await pool.end()
    await server.stop()
    return 0
  } finally {
    await stop()
    run.close()
  }
}

async function fill(db: Db): Promise<string> {
  const area = await anArea(db, { lat: 31.2, lng: 121.5 })
  const facts = (i: number) => ({
    areaId: area.id,
    lat: 31.1 + (i % 20) / 100,
    lng: 121.4 + (i % 17) / 100,
  })
  const window = { windowStart: at(8 * 60), windowEnd: at(18 * 60), durationMinutes: 60 }
  for (let c = 0; c < crews; c++) {
    const crew = await aCrew(db, { areas: [area] })
    for (let v = 0; v < visitsEach; v++) {
      const ticket = await aTicket(db, { status: 'scheduled', ...facts(c * visitsEach + v) })
      const plannedStart = at(8 * 60 + v * 75)
      await aConfirmedVisit(db, {
        ...window,
        ticketId: ticket.id,
        crewId: crew.id,
        plannedStart,
        plannedEnd: new Date(plannedStart.getTime() + 3_600_000),
      })
    }
  }
  for (let i = 0; i < waiting; i++) {
    const ticket = await aTicket(db, { status: 'triaged', ...facts(i) })
    await aVisit(db, { ...window, ticketId: ticket.id })
  }
  const dispatcher = await aColleague(db, 'dispatcher')
  const id = randomBytes(20).toString('hex')
  const ends = new Date(Date.now() + 8 * 3_600_000)
  await db
    .insert(sessions)
    .values({ id, userId: dispatcher.id, expiresAt: ends, endsAt: ends, complete: true })
  const [, value] = /^session=([^;]*)/.exec(await createCookie('session').serialize(id)) ?? []
  return value ?? ''
}

/** Takes a card and carries it over the board for some seconds, as a person does: to and fro, and down to the last row. */
async function dragAbout(page: Page) {
  const card = (await page.locator('.board-tray a[data-movable]').first().boundingBox())!
  const board = (await page.locator('.board-wrap').boundingBox())!
  await page.mouse.move(card.x + 10, card.y + 8)
  await page.mouse.down()
  await page.mouse.move(card.x + 40, card.y + 20, { steps: 3 })
  for (let round = 0; round < 4; round++) {
    for (let step = 0; step <= 60; step++) {
      const down = (round % 2 === 0 ? step : 60 - step) / 60
      await page.mouse.move(
        board.x + 160 + (board.width - 200) * Math.abs(Math.sin(step / 9)),
        board.y + 40 + (board.height - 60) * down,
      )
    }
    await page.locator('.board-wrap').evaluate((wrap) => wrap.scrollBy({ top: wrap.clientHeight }))
  }
  await page.keyboard.press('Escape')
  await page.mouse.up()
}

async function carryByKeys(page: Page) {
  await page.locator('.board a[data-movable]').first().focus()
  await page.keyboard.press('m')
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press(i % 4 === 3 ? 'ArrowRight' : 'ArrowDown')
  }
  await page.keyboard.press('Escape')
}
