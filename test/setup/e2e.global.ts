import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { findChromium } from './chromium.ts'
import { createDatabase, startPostgres } from './postgres.ts'
import { openRunFolder } from './run-folder.ts'
import { startServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The files that belong to the template database. */
    demoFiles: string
  }
}

/** One build, one Postgres, and one database that the product itself filled with its demo data. */
export default async function setup(project: TestProject) {
  const run = openRunFolder()
  try {
    const [{ stop, ...server }] = await Promise.all([startPostgres(run.folder), findChromium()])
    const demoFiles = path.join(run.folder, 'demo-files')
    await mkdir(demoFiles)
    const template = await createDatabase(server, 'template')
    const seeding = await startServer({
      runFolder: run.folder,
      databaseUrl: template,
      dataDir: demoFiles,
      env: { DEMO: '1' },
      // The first start builds what is stale.
      patience: 300_000,
    })
    await seeding.stop()
    await stayAwake(template)
    project.provide('postgres', server)
    project.provide('runFolder', run.folder)
    project.provide('demoFiles', demoFiles)
    return async () => {
      await stop()
      run.close()
    }
  } catch (error) {
    run.close()
    throw error
  }
}

/** Mails go out at whatever hour the journeys run. */
async function stayAwake(databaseUrl: string) {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  await sql`insert into settings (key, value, updated_at) values ('quietHours', 'null'::jsonb, now())`
  await sql.end()
}
