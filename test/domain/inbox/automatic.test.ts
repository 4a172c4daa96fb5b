import { expect, test } from 'vitest'
import { isAutomatic, isDisowned } from '#app/domain/inbox/automatic.ts'
import { senderOf } from '#app/domain/inbox/sender.ts'

const person = 'lin@example.test'

test.each([
  [{ 'auto-submitted': 'auto-replied' }, person],
  [{ precedence: 'bulk' }, person],
  [{ 'x-autoreply': 'yes' }, person],
  [{ 'return-path': '<>' }, person],
  [{ 'content-type': 'multipart/report; report-type=delivery-status' }, person],
  [{ 'list-id': '<shop.example.test>' }, person],
  [{}, 'MAILER-DAEMON@example.test'],
  [{}, 'no-reply@example.test'],
])('a machine wrote it: %o from %s', (headers, from) => {
  expect(isAutomatic(headers, from)).toBe(true)
})

test.each([
  [{}, person],
  [{ 'auto-submitted': 'no' }, person],
  [{ precedence: 'normal', 'content-type': 'multipart/mixed' }, person],
  [{}, 'bounceback.king@example.test'],
])('a person wrote it: %o from %s', (headers, from) => {
  expect(isAutomatic(headers, from)).toBe(false)
})

test('a sender whose domain disowns the mail is not believed', () => {
  expect(isDisowned({ 'authentication-results': 'mx.test; spf=pass; dmarc=fail (p=none)' })).toBe(
    true,
  )
  expect(isDisowned({ 'authentication-results': 'mx.test; dmarc=pass' })).toBe(false)
  expect(isDisowned({})).toBe(false)
})

test('who wrote it, however the head spells it', () => {
  expect(senderOf('"Lin, Na" <Lin@Example.test>')).toEqual({
    name: 'Lin, Na',
    address: 'lin@example.test',
  })
  expect(senderOf(' lin@example.test ')).toEqual({ name: null, address: 'lin@example.test' })
})
