import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const domain = {
  include: ['test/{domain,platform,ui,emails}/**/*.test.{ts,tsx}'],
  environment: 'node' as const,
  globalSetup: ['test/setup/domain.global.ts'],
  setupFiles: ['test/setup/domain.environment.ts'],
  maxWorkers: Math.max(2, availableParallelism() - 1),
  testTimeout: 20_000,
  hookTimeout: 60_000,
}

export default defineConfig({
  test: {
    projects: [
      // Files share what they import: reading it anew for each takes longer than the tests.
      { test: { ...domain, name: 'domain', exclude: ['**/*.alone.test.ts'], isolate: false } },
      // Those that start the product with settings of their own don't.
      { test: { ...domain, name: 'alone', include: ['test/domain/**/*.alone.test.ts'] } },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.{ts,tsx}'],
          environment: 'node',
          globalSetup: ['test/setup/e2e.global.ts'],
          // A journey, its server and its browser take turns: one at a time leaves half of two cores idle.
          maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
          sequence: { groupOrder: 1 },
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
