import { BadEnvironment } from './platform/environment.server.ts'

/** The server as it is built: `node start.js` runs this. A bad setting is said in words, whoever reads it first. */
export async function main(root: string) {
  try {
    const [build, { start }] = await Promise.all([
      import('virtual:remix/server-build'),
      import('./server.ts'),
    ])
    await start({ root, build })
  } catch (error) {
    const words = error instanceof BadEnvironment ? error.message : (error as Error).stack
    process.stderr.write(`${words}\n`)
    process.exit(1)
  }
}
