import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

/** The Remix and Vite configuration, the one there is. */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    remix({
      serverBuildFile: 'main.js',
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
        v3_routeConfig: true,
      },
    }),
    {
      // The server is bundled from our own entry, which imports the routes; Remix would start from them alone.
      name: 'server-entry',
      config: () => (isSsrBuild ? { build: { rollupOptions: { input: './app/main.ts' } } } : {}),
    },
  ],
  build: { target: isSsrBuild ? 'node20' : 'es2022', manifest: true, assetsInlineLimit: 0 },
  // Its folders hold a package.json each, which Node's own modules don't follow.
  ssr: { noExternal: [/^@atlaskit\//] },
  optimizeDeps: { exclude: ['@node-rs/argon2', 'sharp'] },
  server: { watch: { ignored: ['**/.data/**', '**/build/**'] } },
}))
