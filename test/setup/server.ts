import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { forgetProcess, rememberProcess } from './run-folder.ts'

export interface RunningServer {
  url: string
  pid: number
  /** Everything the process has printed. */
  logs(): string
  /** Asks it to end, as a service manager would. @returns the exit code; null if a signal ended it */
  stop(): Promise<number | null>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

export interface ServerSettings {
  runFolder: string
  databaseUrl: string
  dataDir: string
  env?: Record<string, string>
  /** Milliseconds to wait for the address. */
  patience?: number
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const settings = /^(HOST|PORT|DATABASE_|DATA_DIR|DEMO|RESEND_|MAIL_|METRICS_|PUBLIC_URL|APP_|NODE_)/

/** Starts the built server on a free port and waits until it says where it is. */
export async function startServer(asked: ServerSettings): Promise<RunningServer> {
  const inherited = Object.entries(process.env).filter(([name]) => !settings.test(name))
  const child = spawn(process.execPath, ['start.js'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...Object.fromEntries(inherited),
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      DEMO: '0',
      DATABASE_URL: asked.databaseUrl,
      DATA_DIR: asked.dataDir,
      ...asked.env,
    },
  })
  const { pid } = child
  if (!pid) throw new Error('The server process did not start')
  rememberProcess(asked.runFolder, pid, { mark: 'start.js', signal: 'SIGKILL' })
  child.on('exit', () => forgetProcess(asked.runFolder, pid))

  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (chunk: string) => (output += chunk))
  }
  const logs = () => output
  const url = await address(child, logs, asked.patience ?? 60_000)
  return {
    url,
    pid,
    logs,
    stop: () => end(child, 'SIGTERM', logs),
    kill: async () => {
      await end(child, 'SIGKILL', logs)
    },
  }
}

async function address(child: ChildProcess, logs: () => string, patience: number): Promise<string> {
  for (const end = Date.now() + patience; Date.now() < end;) {
    const found = /http:\/\/(127\.0\.0\.1|localhost):[1-9]\d*/.exec(logs())
    if (found) return found[0]
    if (child.exitCode !== null) {
      throw new Error(`The server ended with ${child.exitCode} at its start:\n${logs()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  child.kill('SIGKILL')
  throw new Error(`The server named no address within ${patience} ms:\n${logs()}`)
}

async function end(child: ChildProcess, signal: NodeJS.Signals, logs: () => string) {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const ended = once(child, 'exit')
  child.kill(signal)
  const patience = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await ended
  clearTimeout(patience)
  if (child.signalCode === 'SIGKILL' && signal !== 'SIGKILL') {
    throw new Error(`The server did not end within 20 s of ${signal}:\n${logs()}`)
  }
  return child.exitCode
}
