import { parseWithZod } from '@conform-to/zod/v4'
import { expect, test } from 'vitest'
import { z } from 'zod'
import {
  cleanText,
  line,
  optionalEmail,
  optionalLine,
  optionalText,
  text,
} from '#app/platform/fields.ts'

const Form = z.object({
  name: line(10, 'validation:name'),
  words: text(20),
  more: optionalText(5),
  short: optionalLine(5),
  email: optionalEmail,
})

function parse(said: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(said)) form.append(name, value)
  const submission = parseWithZod(form, { schema: Form })
  return submission.status === 'success' ? submission.value : submission.error
}

test('fields that may be empty may be empty, sent or not', () => {
  const empty = { name: 'Lin', words: 'hello', more: '', short: '', email: '' }
  expect(parse(empty)).toEqual(empty)
  expect(parse({ name: 'Lin', words: 'hello' })).toEqual(empty)
})

test('each wrong field says its own sentence', () => {
  const wrong = { name: '   ', words: '', more: '123456', short: '123456', email: 'nobody' }
  expect(parse(wrong)).toEqual({
    name: ['validation:name'],
    words: ['validation:required'],
    more: ['validation:tooLong'],
    short: ['validation:tooLong'],
    email: ['validation:email'],
  })
})

test('Q-20: typed text is kept without what no text has', () => {
  expect(cleanText(' a\u0000b\r\nc\td\u0007\uD800 ')).toBe('ab\nc\td\uFFFD')
})
