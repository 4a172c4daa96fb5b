import path from 'node:path'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'
import { migrateDatabase } from '#db/migrate.server.ts'
import { createDatabase, type PostgresForTests, startPostgres } from './postgres.ts'
import { openRunFolder } from './run-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: PostgresForTests
    runFolder: string
    /** The bundled file that a planner's thread runs. */
    plannerWorker: string
  }
}

/** One Postgres and one migrated template for all domain tests. */
export default async function setup(project: TestProject) {
  const run = openRunFolder()
  try {
    const planner = path.join(run.folder, 'planner')
    const [{ stop, ...server }] = await Promise.all([
      startPostgres(run.folder),
      build({ configFile: 'planner.config.js', build: { outDir: planner } }),
    ])
    await migrateDatabase(await createDatabase(server, 'template'))
    project.provide('postgres', server)
    project.provide('runFolder', run.folder)
    project.provide('plannerWorker', path.join(planner, 'worker.mjs'))
    return async () => {
      await stop()
      run.close()
    }
  } catch (error) {
    run.close()
    throw error
  }
}
