import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import routes from '#app/routes.ts'
import { bundlesOf } from '#app/i18n/more-words.ts'
import { callersCatalogue } from '#app/i18n/zh-CN/callers.ts'
import { callingCatalogue } from '#app/i18n/zh-CN/calling.ts'
import { casesCatalogue } from '#app/i18n/zh-CN/cases.ts'
import { complainingCatalogue } from '#app/i18n/zh-CN/complaining.ts'
import { decidingCatalogue } from '#app/i18n/zh-CN/deciding.ts'
import { officeCatalogue } from '#app/i18n/zh-CN/office.ts'
import { planningCatalogue } from '#app/i18n/zh-CN/planning.ts'
import { permissions } from '#app/platform/permissions.ts'

const app = path.resolve('app')
const bundles = {
  callers: callersCatalogue,
  calling: callingCatalogue,
  cases: casesCatalogue,
  complaining: complainingCatalogue,
  deciding: decidingCatalogue,
  office: officeCatalogue,
  planning: planningCatalogue,
}

interface Route {
  path?: string | undefined
  file: string
  children?: Route[] | undefined
}

/** Every page of the console with its path. */
function pagesIn(list: readonly Route[], above: string): { url: string; file: string }[] {
  return list.flatMap(({ path: own, file, children = [] }) => {
    const url = own ? `${above}/${own}` : above
    return [{ url, file }, ...pagesIn(children, url)]
  })
}
const pages = pagesIn((await Promise.resolve(routes)) as Route[], '').filter(
  ({ file }) => file.startsWith('routes/console/') && file.endsWith('.tsx'),
)

const read = new Map<string, { words: Set<string>; imports: string[] }>()

function factsOf(file: string) {
  const known = read.get(file)
  if (known) return known
  const text = readFileSync(file, 'utf8')
  const names = Object.values(bundles).flatMap((bundle) => Object.keys(bundle))
  // What a role may do is named alike.
  const keys = [...text.matchAll(/['`](\w+):[\w.-]+/g)].filter(
    ([key]) => !(key.slice(1) in permissions),
  )
  const words = new Set(keys.flatMap(([, name = '']) => (names.includes(name) ? [name] : [])))
  const imports = [
    ...text.matchAll(
      /^(?:import|export)\s+(?!type\b)[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)/gms,
    ),
  ].flatMap(([, from, later]) => {
    const asked = from ?? later ?? ''
    const found = asked.startsWith('#app/')
      ? path.join(app, asked.slice(5))
      : asked.startsWith('.')
        ? path.resolve(path.dirname(file), asked)
        : ''
    const source = /\.tsx?$/.test(found) && !/\.server\.|\/i18n\//.test(found)
    return source && existsSync(found) ? [found] : []
  })
  const facts = { words, imports }
  read.set(file, facts)
  return facts
}

/** The words said by a page's own script, whatever module says them. */
function wordsSaidBy(file: string): Map<string, string> {
  const said = new Map<string, string>()
  const seen = new Set<string>()
  const visit = (one: string) => {
    if (seen.has(one)) return
    seen.add(one)
    const { words, imports } = factsOf(one)
    for (const word of words) said.set(word, path.relative(app, one))
    imports.forEach(visit)
  }
  visit(file)
  return said
}

describe('Q-28: a page of the console loads the words it says', () => {
  test.each(pages)('$url ($file)', ({ url, file }) => {
    const there = bundlesOf(url.replace(/:\w+/g, 'x')).flatMap((name) => Object.keys(bundles[name]))
    const missing = [...wordsSaidBy(path.join(app, file))].filter(([word]) => !there.includes(word))
    expect(missing).toEqual([])
  })
})
