import { mkdtempSync, readFileSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { ensureDatabase, startEmbeddedPostgres } from '#db/embedded.server.ts'

const homes: Awaited<ReturnType<typeof startEmbeddedPostgres>>[] = []
afterAll(() => Promise.all(homes.map((server) => server.stop())))

async function home() {
  const folder = mkdtempSync(path.join(inject('runFolder'), 'embedded-'))
  await chmod(folder, 0o755)
  return folder
}

const pidOf = (folder: string) =>
  Number(readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

async function ask(url: string, query: string) {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await client.unsafe(query)
  } finally {
    await client.end()
  }
}

describe('the embedded Postgres', () => {
  test('two starts at once end as one server, and a later start attaches to it', async () => {
    const folder = await home()
    const [one, two] = await Promise.all([
      startEmbeddedPostgres(folder),
      startEmbeddedPostgres(folder),
    ])
    homes.push(one)
    expect(two.url('postgres')).toBe(one.url('postgres'))
    const url = await ensureDatabase(one, 'shop')
    expect(await ensureDatabase(two, 'shop')).toBe(url)
    const third = await startEmbeddedPostgres(folder)
    expect(third.url('shop')).toBe(url)
  })

  test('a server killed outright is started again, with everything committed', async () => {
    const folder = await home()
    const first = await startEmbeddedPostgres(folder)
    const url = await ensureDatabase(first, 'shop')
    await ask(url, 'create table kept as select 42 as answer')
    process.kill(pidOf(folder), 'SIGKILL')
    const second = await startEmbeddedPostgres(folder)
    homes.push(second)
    expect(await ask(second.url('shop'), 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  test('it is this machine’s alone, and asks for a password', async () => {
    const folder = await home()
    const server = await startEmbeddedPostgres(folder)
    homes.push(server)
    const url = server.url('postgres')
    expect(await ask(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
    expect(await ask(url, 'show unix_socket_directories')).toEqual([
      { unix_socket_directories: '' },
    ])
    const wrong = new URL(url)
    wrong.password = 'guess'
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password/)
    const [ctype] = await ask(url, "select upper('é') = 'É' as knows_letters")
    expect(ctype).toEqual({ knows_letters: true })
  })
})
