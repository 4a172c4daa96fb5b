import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vite'

/** Bundles the worker of the crew's phone, with the build's id and the list of the files that its pages need. */
export default defineConfig({
  publicDir: false,
  logLevel: 'warn',
  define: { __crewBuild: JSON.stringify(crewBuild()) },
  build: {
    target: 'es2022',
    outDir: 'build/client',
    emptyOutDir: false,
    copyPublicDir: false,
    lib: {
      entry: 'app/crew-worker/worker.ts',
      formats: ['iife'],
      name: 'worker',
      fileName: () => 'crew-worker.js',
    },
  },
})

function crewBuild() {
  const manifest = JSON.parse(readFileSync('build/.vite/client-manifest.json', 'utf8'))
  const keys = Object.keys(manifest)
  // A page is made alive by what it imports and, later, by what that imports when it is needed.
  const deep = keys.filter((key) => /^app\/(routes\/crew\/|i18n\/\S+\/staff\.ts$)/.test(key))
  const shallow = keys.filter((key) =>
    /^app\/(entry\.client|hydrate|root)\.tsx|^app\/enhance\/index\.ts$|app\/ui\/portal\.css$/.test(
      key,
    ),
  )
  const files = new Set()
  const add = (key, later) => {
    const chunk = manifest[key]
    if (!chunk || files.has(chunk.file)) return
    files.add(chunk.file)
    for (const next of chunk.imports ?? []) add(next, later)
    if (later) for (const next of chunk.dynamicImports ?? []) add(next, later)
  }
  for (const key of deep) add(key, true)
  for (const key of shallow) add(key, false)
  const assets = [...files].sort().map((file) => `/${file}`)
  return { id: manifestVersion(), assets: [...assets, '/icon.svg'] }
}

/** Pages name their build by the file that lists its routes. */
function manifestVersion() {
  for (const name of readdirSync('build/client/assets')) {
    const version = /^manifest-([\w-]+)\.js$/.exec(name)?.[1]
    if (version) return version
  }
  throw new Error('The browser’s files are built first')
}
