import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { pathToFileURL } from 'node:url'

const budgets = { portal: 30_000, console: 200_000, board: 300_000, crew: 200_000, css: 20_000 }

/** Builds the server and the browser's files, compresses the latter, and refuses a page that outgrew its budget. */
export async function build() {
  execFileSync(
    process.execPath,
    [
      'node_modules/@remix-run/dev/dist/cli.js',
      'vite:build',
      '--config',
      'remix.config.js',
      '--logLevel',
      'warn',
    ],
    { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } },
  )
  // The other build empties the folder first.
  await buildPlanner()
  await buildCrewWorker()
  compress('build/client/assets')
  report()
}

/** Bundles what a planner's thread runs. */
export async function buildPlanner() {
  // A server whose build is there starts without the tools that made it.
  const { build: bundle } = await import('vite')
  await bundle({
    root: import.meta.dirname,
    configFile: `${import.meta.dirname}/planner.config.js`,
  })
}

/** Bundles the crew's worker, which names the files of the build before it. */
async function buildCrewWorker() {
  const { build: bundle } = await import('vite')
  await bundle({
    root: import.meta.dirname,
    configFile: `${import.meta.dirname}/crew-worker.config.js`,
  })
}

function compress(folder) {
  for (const name of readdirSync(folder)) {
    if (!/\.(js|css|svg)$/.test(name)) continue
    const bytes = readFileSync(`${folder}/${name}`)
    writeFileSync(`${folder}/${name}.gz`, gzipSync(bytes, { level: 9 }))
    writeFileSync(
      `${folder}/${name}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    )
  }
}

/** Prints what each route sends, gzip, and throws when one is over its budget. */
function report() {
  const manifest = JSON.parse(readFileSync('build/.vite/client-manifest.json', 'utf8'))
  const size = (file) => gzipSync(readFileSync(`build/client/${file}`), { level: 9 }).length
  const closure = (keys) => {
    const seen = new Set()
    const visit = (key) => {
      if (!manifest[key] || seen.has(key)) return
      seen.add(key)
      for (const next of manifest[key].imports ?? []) visit(next)
    }
    keys.forEach(visit)
    return [...seen].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'))
  }
  const sum = (files) => [...new Set(files)].reduce((total, file) => total + size(file), 0)
  const keyOf = (pattern) => Object.keys(manifest).filter((key) => pattern.test(key))
  const entry = keyOf(/entry\.client/)
  const hydrate = [...entry, ...keyOf(/^app\/hydrate\.tsx$/), ...keyOf(/^app\/root\.tsx/)]
  const words = {
    console: keyOf(/^app\/i18n\/zh-CN\/staff\.ts$/),
    crew: keyOf(/^app\/i18n\/zh-CN\/phone\.ts$/),
  }
  const more = JSON.parse(readFileSync('app/i18n/bundles.json', 'utf8'))
  const moreWordsOf = (name) =>
    Object.entries(more)
      .filter(([, folders]) =>
        folders.some((page) =>
          page === '/console'
            ? name === 'console/today.tsx'
            : `/${name}`.startsWith(`${page}/`) || `/${name}` === `${page}.tsx`,
        ),
      )
      .flatMap(([bundle]) => keyOf(new RegExp(`^app/i18n/zh-CN/${bundle}\\.ts$`)))
  const enhance = [...entry, ...keyOf(/^app\/enhance\//)]
  const rows = []
  for (const key of keyOf(/^app\/routes\//).sort()) {
    const surface = /^app\/routes\/(portal|console|crew)\//.exec(key)?.[1]
    if (!surface) continue
    const name = key.replace(/^app\/routes\/|\?.*$/g, '')
    const layout = keyOf(new RegExp(`^app/routes/${surface}/(layout|door)\\.tsx`))
    const later = manifest[key].dynamicImports ?? []
    const files =
      surface === 'portal'
        ? closure(enhance)
        : closure([...hydrate, ...words[surface], ...moreWordsOf(name), ...layout, key, ...later])
    const kind = name === 'console/dispatch/day.tsx' ? 'board' : surface
    rows.push([name, sum(files), budgets[kind]])
  }
  for (const file of readdirSync('build/client/assets').filter((name) => name.endsWith('.css'))) {
    rows.push([`css ${file}`, size(`assets/${file}`), budgets.css])
  }
  process.stdout.write('Sent to the browser, gzip (portal: every module it may load)\n')
  for (const [name, bytes, budget] of rows) {
    process.stdout.write(
      `  ${(bytes / 1000).toFixed(1).padStart(6)} kB of ${budget / 1000}  ${name}\n`,
    )
  }
  const over = rows.filter(([, bytes, budget]) => bytes > budget)
  if (over.length > 0) throw new Error(`Over budget: ${over.map(([name]) => name).join(', ')}`)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await build()
