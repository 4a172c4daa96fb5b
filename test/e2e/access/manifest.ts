import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { RouteConfigEntry } from '@remix-run/route-config'
import routes from '#app/routes.ts'

export interface ManifestRoute {
  /** As in `app/routes.ts`, whole: `/console/tickets/:number/triage`. */
  path: string
  file: string
  reads: boolean
  writes: boolean
}

const app = fileURLToPath(new URL('../../../app/', import.meta.url))

/** Every URL the product answers, read from the same table that the server is built from. */
export function manifest(): ManifestRoute[] {
  return flatten(routes, '')
}

function flatten(entries: RouteConfigEntry[], base: string): ManifestRoute[] {
  return entries.flatMap((entry) => {
    const path = entry.path ? `${base}/${entry.path}` : base
    const below = flatten(entry.children ?? [], path)
    const isPage = entry.path !== undefined || entry.index === true
    const hasIndex = (entry.children ?? []).some((child) => child.index)
    if (!isPage || hasIndex) return below
    const source = readFileSync(app + entry.file, 'utf8')
    const exports = (name: string) =>
      new RegExp(`export (async )?(function|const) ${name}\\b|export \\{[^}]*\\b${name}\\b`).test(
        source,
      )
    const route = {
      path: path || '/',
      file: entry.file,
      reads: exports('loader') || exports('default') || /export default/.test(source),
      writes: exports('action'),
    }
    return [route, ...below]
  })
}
