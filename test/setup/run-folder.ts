import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const prefix = 'shangmen-test-'
const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']

interface Remembered {
  /** Stands in the process's command line, to tell it from a stranger that got its number. */
  mark: string
  signal: NodeJS.Signals
}

/** A temporary folder for one test run. It lists the processes the run started, so that none outlives it. */
export function openRunFolder(): { folder: string; close: () => void } {
  sweepDeadRuns()
  const folder = mkdtempSync(path.join(os.tmpdir(), prefix))
  // Postgres runs under another account when the tests run as root.
  if (process.getuid?.() === 0) chmodSync(folder, 0o755)
  mkdirSync(path.join(folder, 'pids'))
  writeFileSync(path.join(folder, 'owner'), String(process.pid))

  const close = () => {
    process.off('exit', close)
    for (const signal of signals) process.off(signal, onSignal)
    endRun(folder)
  }
  const onSignal = (signal: NodeJS.Signals) => {
    close()
    process.exit(128 + os.constants.signals[signal])
  }
  process.on('exit', close)
  for (const signal of signals) process.on(signal, onSignal)
  return { folder, close }
}

export function rememberProcess(folder: string, pid: number, process: Remembered) {
  writeFileSync(path.join(folder, 'pids', String(pid)), JSON.stringify(process))
}

export function forgetProcess(folder: string, pid: number) {
  rmSync(path.join(folder, 'pids', String(pid)), { force: true })
}

function endRun(folder: string) {
  for (const pid of list(path.join(folder, 'pids'))) {
    const text = readText(path.join(folder, 'pids', pid))
    if (text) end(Number(pid), (JSON.parse(text) as Remembered).signal)
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}

/** What a run that was killed outright left behind. */
function sweepDeadRuns() {
  for (const name of list(os.tmpdir())) {
    if (!name.startsWith(prefix)) continue
    const folder = path.join(os.tmpdir(), name)
    const owner = readText(path.join(folder, 'owner'))
    if (!owner || isAlive(Number(owner))) continue
    for (const pid of list(path.join(folder, 'pids'))) {
      const { mark } = JSON.parse(
        readText(path.join(folder, 'pids', pid)) ?? '{"mark":""}',
      ) as Remembered
      if (!mark || !readText(`/proc/${pid}/cmdline`)?.includes(mark)) forgetProcess(folder, +pid)
    }
    endRun(folder)
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function end(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended by itself.
  }
}
