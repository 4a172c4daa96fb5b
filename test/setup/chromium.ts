import { execFile, execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export interface ChromiumProgram {
  executablePath: string
  env: Record<string, string>
}

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The Chromium of the npm package, which has no window and needs a third less of the machine; where it doesn't run, the
 * machine's own. `CHROME_PATH` names another, or with `packaged` that one and no other.
 */
export async function findChromium(): Promise<ChromiumProgram> {
  const asked = process.env.CHROME_PATH
  if (asked && asked !== 'packaged') {
    if (!existsSync(asked)) throw new Error(`CHROME_PATH: there is no ${asked}`)
    return { executablePath: asked, env: {} }
  }
  try {
    return await packagedChromium()
  } catch (error) {
    const own = asked ? undefined : installed.find((file) => existsSync(file))
    if (!own) throw error
    return { executablePath: own, env: {} }
  }
}

async function packagedChromium(): Promise<ChromiumProgram> {
  const folder = await unpack()
  const executablePath = path.join(folder, 'chromium')
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: path.join(folder, 'fonts') }
  if (runs(executablePath, {})) return { executablePath, env: fonts }
  // A bare machine lacks libraries that the package brings along.
  const env = { ...fonts, LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib') }
  if (runs(executablePath, env)) return { executablePath, env }
  throw new Error(
    'The packaged Chromium does not run on this machine: install Chromium, or set CHROME_PATH',
  )
}

function runs(executable: string, env: Record<string, string>): boolean {
  try {
    execFileSync(executable, ['--version'], { env: { ...process.env, ...env }, stdio: 'pipe' })
    return true
  } catch {
    return false
  }
}

/** Unpacked once a version; the rename makes it whole or absent. */
async function unpack(): Promise<string> {
  const require = createRequire(import.meta.url)
  const root = path.resolve(path.dirname(require.resolve('@sparticuz/chromium')), '../..')
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  const cache = fileURLToPath(new URL('../../.cache/', import.meta.url))
  const folder = path.join(cache, `chromium-${version}`)
  if (existsSync(folder)) return folder

  await mkdir(cache, { recursive: true })
  const fresh = await mkdtemp(path.join(cache, 'unpacking-'))
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: path.dirname(cache),
    // The package unpacks to the temporary folder, and its libraries only where it believes to be on Lambda.
    env: { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  })
  await rename(fresh, folder).catch(async (error: unknown) => {
    await rm(fresh, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  })
  return folder
}
