import * as build from 'virtual:remix/server-build'
import { BadEnvironment } from './platform/environment.server.ts'
import { start } from './server.ts'

/** The server as it is built: `node start.js` runs this. */
export async function main(root: string) {
  try {
    await start({ root, build })
  } catch (error) {
    process.stderr.write(
      `${error instanceof BadEnvironment ? error.message : String((error as Error).stack)}\n`,
    )
    process.exit(1)
  }
}
