/**
 * Every check there is, in one go: `npm test`, or `npm test -- --only lint,domain`.
 * A failed check doesn't stop the others; the last line says how it went.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = mkdtempSync(path.join(os.tmpdir(), 'shangmen-reports-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))

const checks = {
  format: { program: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
  lint: { program: 'eslint/bin/eslint.js', args: ['--max-warnings', '0', '.'] },
  types: { program: 'typescript/bin/tsc', args: ['--noEmit'] },
  deps: {
    program: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.dependency-cruiser.cjs', '.'],
  },
  domain: vitest('domain', 'alone'),
  e2e: vitest('e2e'),
}

const running = new Set()
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal)
    process.exitCode = 130
  })
}

const asked = only(process.argv.slice(2))
let passed = 0
let failed = 0

// Two at a time: the still checks, longest first, beside the tests; browsers come when the former are nearly done.
await Promise.all([inTurn(['lint', 'types', 'format', 'deps']), inTurn(['domain', 'e2e'])])

console.log(`${passed} passed, ${failed} failed`)
if (failed > 0) process.exitCode ??= 1

function only(args) {
  if (args.length === 0) return Object.keys(checks)
  const names = args[0] === '--only' && args.length === 2 ? args[1].split(',') : []
  if (names.length === 0 || names.some((name) => !(name in checks))) {
    console.error(`usage: npm test -- [--only ${Object.keys(checks).join(',')}]`)
    process.exit(2)
  }
  return names
}

function vitest(...projects) {
  const report = path.join(reports, `${projects[0]}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const which = projects.flatMap((project) => ['--project', project])
  return { program: 'vitest/vitest.mjs', args: ['run', ...which, ...reporters], report }
}

async function inTurn(names) {
  for (const name of names.filter((name) => asked.includes(name))) {
    if (process.exitCode !== 130) await check(name)
  }
}

async function check(name) {
  const { program, args, report } = checks[name]
  const started = Date.now()
  const code = await run(name, path.join(root, 'node_modules', program), args)
  const result = report ? count(report, code) : { passed: code === 0 ? 1 : 0, failed: code ? 1 : 0 }
  passed += result.passed
  failed += result.failed
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`${name} | ${result.failed > 0 ? 'FAILED' : 'ok'} after ${seconds} s`)
}

/** A file that can't be loaded, and a setup that breaks, are failures too. */
function count(report, code) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
    ).length
    const failures = numFailedTests + broken
    return { passed: numPassedTests, failed: failures === 0 && code !== 0 ? 1 : failures }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function run(name, program, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: process.stdout.isTTY ? { ...process.env, FORCE_COLOR: '1' } : process.env,
    })
    running.add(child)
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        if (line.trim()) console.log(`${name} | ${line}`)
      })
    }
    child.on('close', (code) => {
      running.delete(child)
      resolve(code ?? 1)
    })
  })
}
