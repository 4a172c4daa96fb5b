import { describe, expect, test } from 'vitest'
import { locales } from '#db/vocabulary/locales.ts'
import { emailTemplates, type EmailTemplate } from '#db/vocabulary/messages.ts'
import { renderEmail } from '#emails/index.ts'
import { everyString, samples } from './samples.ts'

const all = locales.flatMap((locale) =>
  emailTemplates.map((template): [EmailTemplate, typeof locale] => [template, locale]),
)

const overrides = '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c'
const controls = '\0\x01\x07\b\x0b\x0c\x1b\x1f\x7f\x85\x9f'
const overridesOrControls = new RegExp(`[${overrides}]|[^\\P{Cc}\\n\\t]`, 'u')
const family = '👩‍👩‍👧‍👦'

describe.each(all)('%s in %s', (template, locale) => {
  const filled = (text: string) =>
    renderEmail(
      template,
      locale,
      everyString(samples[locale][template], () => text),
    )

  test('markup is shown, not obeyed', async () => {
    const markup = `"><script>alert(1)</script><img src=x onerror='a'></style></title><!--`
    const { html, text } = await filled(markup)
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<img')
    expect(html.match(/<\/style>/g)).toHaveLength(1)
    expect(html.match(/<\/title>/g)).toHaveLength(1)
    expect(html).not.toContain('href="">')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(text).toContain('<script>alert(1)</script>')
  })

  test('direction overrides and control characters reach no part', async () => {
    const mail = await filled(`a${overrides}b${controls}c`)
    for (const part of [mail.subject, mail.html, mail.text]) {
      expect(part).not.toMatch(overridesOrControls)
    }
    expect(mail.text).toContain('ab')
  })

  test('half a surrogate pair harms nothing', async () => {
    const mail = await filled('a\ud83db\udc4dc')
    for (const part of [mail.subject, mail.html, mail.text]) expect(part).not.toMatch(/\p{Cs}/u)
  })

  test('the subject stays one line that can add no header', async () => {
    const { subject } = await filled('a\r\nBcc: all@example.test\n\n\u2028\u2029\x85\tb')
    expect(subject).not.toMatch(/[\r\n\t\v\f\u0085\u2028\u2029]/)
    expect(subject.trim()).toBe(subject)
  })

  test('2,000 characters: a short subject, a whole body', async () => {
    for (const long of ['x'.repeat(2000), '长'.repeat(2000), family.repeat(200)]) {
      const { subject, html, text } = await filled(long)
      expect(subject.length).toBeLessThanOrEqual(150)
      expect(html).toContain(long)
      expect(text).toContain(long)
      expect(`${html}${text}`).not.toContain('\ufffd')
    }
  })
})

test('an emoji survives whole, and the cut falls between characters', async () => {
  const sample = { ...samples.en['message-to-customer'], author: family.repeat(50) }
  const { subject } = await renderEmail('message-to-customer', 'en', sample)
  expect(subject).toMatch(new RegExp(`^Ticket R100042-7: a message from (${family})+…$`, 'u'))
})

test('a greeting is cut where a name ends being one', async () => {
  const sample = { ...samples.en['ticket-resolved'], name: 'x'.repeat(2000) }
  const { text } = await renderEmail('ticket-resolved', 'en', sample)
  expect(text).toContain(`Dear ${'x'.repeat(79)}…,`)
})

test.each(all)('%s in %s leaves a placeholder for a link as it is', async (template, locale) => {
  const placeholder = '{{link:0d7f3c1e-5a44-4f0b-9a57-6f1b7f0a9c33}}'
  const url = `https://service.example.test/t/${placeholder}`
  const sample = everyString(samples[locale][template], (text) =>
    text.startsWith('https:') ? url : text,
  )
  const { html, text } = await renderEmail(template, locale, sample)
  expect(html).toContain(`href="${url}"`)
  expect(html).toContain(`>${url}</a>`)
  expect(text).toContain(url)
  expect(`${html}${text}`).not.toMatch(/%7B|&#123;|\\{/)
})

test('a placeholder that is the whole address is left as it is', async () => {
  const sample = { ...samples.en['ticket-received'], trackUrl: '{{link:1}}' }
  const { html, text } = await renderEmail('ticket-received', 'en', sample)
  expect(html).toContain('href="{{link:1}}"')
  expect(text).toContain('See where it stands {{link:1}}')
})
