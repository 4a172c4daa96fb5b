import type { TestProject } from 'vitest/node'
import { migrateDatabase } from '#db/migrate.server.ts'
import { createDatabase, type PostgresForTests, startPostgres } from './postgres.ts'
import { openRunFolder } from './run-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: PostgresForTests
    runFolder: string
  }
}

/** One Postgres and one migrated template for all domain tests. */
export default async function setup(project: TestProject) {
  const run = openRunFolder()
  try {
    const { stop, ...server } = await startPostgres(run.folder)
    await migrateDatabase(await createDatabase(server, 'template'))
    project.provide('postgres', server)
    project.provide('runFolder', run.folder)
    return async () => {
      await stop()
      run.close()
    }
  } catch (error) {
    run.close()
    throw error
  }
}
