import { defineConfig } from 'vite'

/** Bundles what a planner's thread runs into one file. */
export default defineConfig({
  publicDir: false,
  logLevel: 'warn',
  build: {
    ssr: 'app/domain/planning/worker.ts',
    target: 'node20',
    outDir: 'build/planner',
    emptyOutDir: true,
    rollupOptions: { output: { entryFileNames: 'worker.mjs' } },
  },
})
