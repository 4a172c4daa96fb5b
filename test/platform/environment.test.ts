import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { BadEnvironment, parseEnvironment } from '#app/platform/environment.server.ts'

const folder = () => mkdtempSync(path.join(tmpdir(), 'shangmen-env-'))

function problemsOf(source: Record<string, string>): string[] {
  try {
    parseEnvironment({ DATA_DIR: folder(), ...source })
    return []
  } catch (error) {
    if (error instanceof BadEnvironment) return error.problems
    throw error
  }
}

describe('environment settings', () => {
  test.each([
    [{ PORT: 'abc' }, /^PORT: must be a port number/],
    [{ PORT: '70000' }, /^PORT: must be a port number/],
    [{ DATABASE_URL: 'mysql://x/y' }, /^DATABASE_URL: must be a postgres/],
    [{ DEMO: 'yes' }, /^DEMO: must be 0 or 1/],
    [{ PUBLIC_URL: 'example.com' }, /^PUBLIC_URL: must be an http or https address/],
    [{ APP_SECRET: 'short' }, /^APP_SECRET: must have 32 characters/],
    [{ COMPANY_ZONE: 'Mars/Olympus' }, /^COMPANY_ZONE: must be a time zone/],
    [{ METRICS_TOKEN: 'x' }, /^METRICS_TOKEN: must have 16 characters/],
  ])('%o is refused by name', (source, words) => {
    expect(problemsOf(source)).toEqual([expect.stringMatching(words)])
  })

  test('every bad setting is named at once', () => {
    expect(problemsOf({ PORT: 'x', DEMO: '2' })).toHaveLength(2)
  })

  test('demo data is on with the embedded server and off with one of your own', () => {
    const DATABASE_URL = 'postgres://me@127.0.0.1/shop'
    expect(parseEnvironment({ DATA_DIR: folder() }).DEMO).toBe(true)
    expect(parseEnvironment({ DATA_DIR: folder(), DEMO: '0' }).DEMO).toBe(false)
    expect(parseEnvironment({ DATA_DIR: folder(), DATABASE_URL }).DEMO).toBe(false)
    expect(parseEnvironment({ DATA_DIR: folder(), DATABASE_URL, DEMO: '1' }).DEMO).toBe(true)
  })

  test('processes that share a folder share a generated secret', () => {
    const DATA_DIR = folder()
    const first = parseEnvironment({ DATA_DIR }).APP_SECRET
    expect(first.length).toBeGreaterThanOrEqual(32)
    expect(parseEnvironment({ DATA_DIR }).APP_SECRET).toBe(first)
    expect(parseEnvironment({ DATA_DIR: folder() }).APP_SECRET).not.toBe(first)
  })
})
