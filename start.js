import { existsSync, readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from './build.js'

/** When the newest source was written; the build is stale when it is older. */
function newest(path) {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(`${path}/${name}`)))
}

const root = fileURLToPath(new URL('.', import.meta.url))
const built = `${root}build/server/main.js`
const planner = `${root}build/planner/worker.mjs`
const sources = [
  'app',
  'db',
  'emails',
  'public',
  'package.json',
  'remix.config.js',
  'planner.config.js',
  'crew-worker.config.js',
  'build.js',
]

if (
  !existsSync(built) ||
  !existsSync(planner) ||
  Math.max(...sources.map((path) => newest(root + path))) > statSync(built).mtimeMs
) {
  await build()
}
process.env.NODE_ENV ??= 'production'
const { main } = await import('./build/server/main.js')
await main(root)
