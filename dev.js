import { createServer } from 'vite'
import { buildPlanner } from './build.js'

/** `npm start` with reloading: Vite serves the browser's files and reads the routes anew. */
process.env.NODE_ENV = 'development'
await buildPlanner()
const vite = await createServer({
  configFile: 'remix.config.js',
  server: { middlewareMode: true },
  appType: 'custom',
})
const { start } = await vite.ssrLoadModule('/app/server.ts')
await start({
  root: vite.config.root,
  build: () => vite.ssrLoadModule('virtual:remix/server-build'),
  assets: vite.middlewares,
})
