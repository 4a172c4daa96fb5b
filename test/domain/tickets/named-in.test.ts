import { describe, expect, test } from 'vitest'
import { namedIn } from '#app/domain/tickets/named-in.ts'

const people = ['王芳', '王芳芳', '李强', 'Ann', 'Ann Lee', 'Tom'].map((name) => ({ name }))
const named = (body: string) => namedIn(body, people).map(({ name }) => name)

describe('IN-9 whom a note names', () => {
  test.each([
    ['@王芳 请看', ['王芳']],
    ['@王芳请看一下门板', ['王芳']],
    ['@王芳芳请看', ['王芳芳']],
    ['请＠李强 @Tom 一起看', ['李强', 'Tom']],
    ['@ann lee please', ['Ann Lee']],
    ['@Ann, please', ['Ann']],
    ['@Annabel please', []],
    ['mail ann@Tom or tom@ann.example', []],
    ['王芳 请看', []],
    ['@', []],
    ['@@王芳', ['王芳']],
    ['@王芳 @王芳', ['王芳']],
  ])('%s', (body, expected) => {
    expect(named(body)).toEqual(expected)
  })

  test('two of the same name are both meant', () => {
    const twins = [
      { id: 1, name: '王芳' },
      { id: 2, name: '王芳' },
    ]
    expect(namedIn('@王芳', twins)).toEqual(twins)
  })
})
