import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const app = fileURLToPath(new URL('../../../app', import.meta.url))
const asking = /useRouteLoaderData(?:<[^(]*>)?\(\s*'([^']+)'/g

test('what a component reads of another route’s loader is a route that is there', () => {
  const asked = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => /[.]tsx?$/.test(file))
    .flatMap((file) =>
      [...readFileSync(path.join(app, file), 'utf8').matchAll(asking)].map(([, id]) => ({
        file,
        id: id!,
      })),
    )
  expect(asked.length).toBeGreaterThan(10)
  expect(asked.filter(({ id }) => !existsSync(path.join(app, `${id}.tsx`)))).toEqual([])
})
