import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Tokens = Record<string, string>

const tokensIn = (css: string): Tokens =>
  Object.fromEntries(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((found): [string, string] => [
      found[1]!,
      found[2]!,
    ]),
  )

const part = (css: string, from: RegExp): string => {
  const found = from.exec(css)
  if (!found) throw new Error(`${from} is not in the stylesheet`)
  return found[0]
}

const tokens = readFileSync('app/ui/tokens.css', 'utf8')
const crew = readFileSync('app/ui/portal/crew.css', 'utf8')
const light = tokensIn(part(tokens, /^[^@]*/))
const dark = {
  ...light,
  ...tokensIn(part(tokens, /@media \(prefers-color-scheme: dark\)[^]*?\n}/)),
}

const themes = {
  light: { ...light, ...tokensIn(part(crew, /@media \(prefers-color-scheme: light\)[^]*?\n}/)) },
  dark: { ...dark, ...tokensIn(part(crew, /@media \(prefers-color-scheme: dark\)[^]*?\n}/)) },
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const value = parseInt(hex.slice(i, i + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high! + 0.05) / (low! + 0.05)
}

const pairs = [
  ...['ink', 'ink-muted', 'accent', 'trouble'].flatMap((ink) => [
    [ink, 'ground'],
    [ink, 'surface'],
  ]),
  ['on-accent', 'accent'],
  ...['waiting', 'active', 'done', 'trouble', 'idle'].map((state) => [state, `${state}-soft`]),
] as [string, string][]

describe.each(Object.entries(themes))('the crew’s phone in the sun, %s', (_, theme: Tokens) => {
  test.each(pairs)('%s on %s is 7:1 or more', (ink, ground) => {
    expect(contrast(theme[ink]!, theme[ground]!)).toBeGreaterThanOrEqual(7)
  })
})
