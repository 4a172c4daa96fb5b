import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { type RunningServer, startServer } from '#test/setup/server.ts'
import { createDatabase } from '#test/setup/postgres.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const running: RunningServer[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()))
})

async function dataDir() {
  const folder = mkdtempSync(path.join(inject('runFolder'), 'start-'))
  await chmod(folder, 0o755)
  return folder
}

async function start(dataDir: string, env: Record<string, string> = {}) {
  const server = await startServer({
    runFolder: inject('runFolder'),
    databaseUrl: '',
    dataDir,
    env: { DEMO: '1', ...env },
  })
  running.push(server)
  return server
}

const pidFile = (folder: string) => path.join(folder, 'postgres', 'postmaster.pid')
const postgresPid = (folder: string) => Number(readFileSync(pidFile(folder), 'utf8').split('\n')[0])

function alive(pid: number) {
  try {
    execFileSync('kill', ['-0', String(pid)], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('one command', () => {
  test('starts everything with its own Postgres, says where and who may sign in, and stops all of it', async () => {
    const folder = await dataDir()
    const server = await start(folder)
    expect(server.logs()).toContain('desk@demo.test')
    expect(server.logs()).toContain('shangmen-demo')
    const ready = await fetch(`${server.url}/readyz`)
    expect(await ready.json()).toEqual({ database: true, jobs: true, disk: true })
    expect(ready.status).toBe(200)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    const pid = postgresPid(folder)
    expect(await server.stop()).toBe(0)
    expect(alive(pid)).toBe(false)
    expect(existsSync(pidFile(folder))).toBe(false)
  })

  test('after kill -9 the next start takes up where it was', async () => {
    const folder = await dataDir()
    const first = await start(folder)
    const pid = postgresPid(folder)
    await first.kill()
    expect(alive(pid)).toBe(true)
    const second = await start(folder)
    expect(postgresPid(folder)).toBe(pid)
    expect((await fetch(`${second.url}/readyz`)).status).toBe(200)
    await second.stop()
    expect(alive(pid)).toBe(false)
  })

  test('with a server of one’s own there is no demo; one link makes the first administrator', async () => {
    const databaseUrl = await createDatabase(inject('postgres'), 'first_admin')
    const server = await start(await dataDir(), { DATABASE_URL: databaseUrl, DEMO: '0' })
    expect(server.logs()).not.toContain('demo.test')
    const link = /http\S+\/invitations\/\S+/.exec(server.logs())?.[0]
    expect(link).toBeDefined()
    // Looking at it uses nothing up.
    expect((await fetch(link!)).status).toBe(200)
    expect((await fetch(link!)).status).toBe(200)
  })

  test('a bad setting stops the start with its name and what is wrong', async () => {
    const child = spawn(process.execPath, ['start.js'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', PORT: 'abc', DATABASE_URL: 'mysql://x' },
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const [code] = (await once(child, 'exit')) as [number]
    expect(code).toBe(1)
    expect(said).toContain('PORT: must be a port number')
    expect(said).toContain('DATABASE_URL: must be a postgres:// address')
    expect(said).not.toContain('    at ')
  })

  test('the figures are for whoever holds the token', async () => {
    const databaseUrl = await createDatabase(inject('postgres'), 'metrics', 'template')
    const token = 'a-token-for-the-figures'
    const server = await start(await dataDir(), {
      DATABASE_URL: databaseUrl,
      METRICS_TOKEN: token,
    })
    const ask = (headers: Record<string, string>) => fetch(`${server.url}/metrics`, { headers })
    expect((await ask({})).status).toBe(404)
    expect((await ask({ Authorization: 'Bearer wrong-wrong-wrong-wrong' })).status).toBe(404)
    const text = await (await ask({ Authorization: `Bearer ${token}` })).text()
    expect(text).toMatch(/shangmen_http_requests_total\{status="4xx"\} 2/)
  })
})

describe('ending', () => {
  test('Q-10 requests in flight finish', async () => {
    const databaseUrl = await createDatabase(inject('postgres'), 'draining', 'template')
    const server = await start(await dataDir(), { DATABASE_URL: databaseUrl })
    const answers = Promise.allSettled(
      Array.from({ length: 30 }, () => fetch(`${server.url}/report`)),
    )
    await sleep(20)
    expect(await server.stop()).toBe(0)
    const answered = (await answers).filter((one) => one.status === 'fulfilled')
    expect(answered.length).toBeGreaterThan(0)
    for (const one of answered) expect(one.value.status).toBe(200)
  })
})
