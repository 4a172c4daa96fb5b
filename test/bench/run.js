import { build } from 'vite'

const root = new URL('../../', import.meta.url).pathname
const [name, ...args] = process.argv.slice(2)

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: `test/bench/${name}.ts`,
    outDir: '.cache/bench',
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rollupOptions: { output: { entryFileNames: `${name}.js` } },
  },
})
const { main } = await import(new URL(`.cache/bench/${name}.js`, `file://${root}`).href)
process.exitCode = await main(args)
