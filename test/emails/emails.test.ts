import { describe, expect, test } from 'vitest'
import { locales } from '#db/vocabulary/locales.ts'
import { emailTemplates, type EmailTemplate } from '#db/vocabulary/messages.ts'
import { renderEmail } from '#emails/index.ts'
import { number, samples, stringsOf, trackUrl } from './samples.ts'

const all = locales.flatMap((locale) =>
  emailTemplates.map((template): [EmailTemplate, typeof locale] => [template, locale]),
)
const toColleagues: readonly EmailTemplate[] = [
  'staff-invitation',
  'order-returned',
  'visit-escalated',
  'tickets-overdue',
  'ticket-urgent',
  'visit-signed',
  'return-to-approve',
  'complaint-opened',
  'fault-raised',
  'fault-decided',
  'return-appealed',
]
const aboutOrder: readonly EmailTemplate[] = ['order-ready', 'order-not-ready']
const aboutTicket = all.filter(
  ([template]) => !toColleagues.includes(template) && !aboutOrder.includes(template),
)

const linesOf = (text: string) => text.split(/\n+/).filter((line) => line !== '')

describe.each(all)('%s in %s', (template, locale) => {
  const sample = samples[locale][template]

  test('says everything it is told, in both parts', async () => {
    const { html, text } = await renderEmail(template, locale, sample)
    const { company, ...rest } = sample
    // The customers' line is of no use to a colleague.
    const told = toColleagues.includes(template) ? { ...rest, company: company.name } : sample
    for (const value of stringsOf(told).flatMap(linesOf)) {
      expect(html).toContain(value)
      expect(text).toContain(value)
    }
  })

  test('has no hole where a word or a value belongs', async () => {
    const { subject, html, text } = await renderEmail(template, locale, sample)
    for (const part of [subject, html, text]) {
      expect(part).not.toMatch(/undefined|null|NaN|\[object|=>|function/)
      expect(part.trim()).not.toBe('')
    }
  })

  test('speaks one language', async () => {
    const { subject, text } = await renderEmail(template, locale, sample)
    const foreign = { en: /\p{Script=Han}|[，。：]/u, 'zh-CN': /[a-z]+ [a-z]+/i }
    expect(`${subject}\n${text}`).not.toMatch(foreign[locale])
  })

  test('greets by name, names its language and has a line for the inbox', async () => {
    const { html, text, subject } = await renderEmail(template, locale, sample)
    const greeting = locale === 'en' ? `Dear ${sample.name},` : `您好，${sample.name}：`
    expect(html).toContain(greeting)
    expect(text).toContain(greeting)
    expect(html).toMatch(new RegExp(`<html[^>]* lang="${locale}"`))
    expect(html).toContain(`<title>${subject}</title>`)
    expect(html).toMatch(/<div style="display:none[^>]*data-skip-in-text="true">[^<]{4,}/)
  })

  test('loads nothing and runs nothing', async () => {
    const { html } = await renderEmail(template, locale, sample)
    expect(html).not.toMatch(/<(script|img|link|iframe|form)\b|url\(|@import/i)
  })

  test('has one button, its address also bare, and the text part shows it once', async () => {
    const { html, text } = await renderEmail(template, locale, sample)
    const button = /<a href="([^"]+)" class="button"/.exec(html)
    const url = button?.[1] ?? ''
    expect(html.match(/class="button"/g)).toHaveLength(1)
    expect(url).toMatch(/^https:/)
    expect(html).toContain(`>${url}</a>`)
    // A file that goes along has an address that begins the same.
    expect(text.split('\n').filter((line) => line.split(/\s/).includes(url))).toHaveLength(1)
  })
})

test.each(aboutTicket)(
  '%s in %s carries number, hotline and private link',
  async (template, locale) => {
    const { subject, html, text } = await renderEmail(template, locale, samples[locale][template])
    expect(subject).toContain(number)
    for (const part of [html, text]) {
      expect(part).toContain(number)
      expect(part).toContain(trackUrl)
      expect(part).toContain('400-000-1234')
    }
    expect(html).toContain(`href="${trackUrl}"`)
  },
)

test('the text part reads as a letter', async () => {
  const { text } = await renderEmail('visit-confirmed', 'en', samples.en['visit-confirmed'])
  expect(text).toMatchInlineSnapshot(`
    "Muhe Home


    Your visit is booked

    Dear Lin Xiaolan,

    The crew comes at the time below and will ring you before they arrive.

    When: Tuesday 24 November
    10:30–12:00
    Who comes: Wang Haitao, repair crew 2
    The work: A new top hinge for the middle door; all three doors set level. About 40 minutes.
    Ticket number: R100042-7

    You can move or cancel it yourself on the tracking page until Sun 22 Nov, 17:30; after that, please call 400-000-1234 (every day 08:30–22:00).

    See where it stands https://service.example.test/t/kT9xw2Lr

    This link is yours alone. It opens your ticket without a password, so please do not pass it on.

    Muhe Home after-sales service

    Service line 400-000-1234, every day 08:30–22:00

    You receive this because you have a service ticket (R100042-7) with Muhe Home."
  `)
})

test('a visit moved without a reason shows no empty line for it', async () => {
  for (const locale of locales) {
    const sample = { ...samples[locale]['visit-moved'], reason: '' }
    const { text } = await renderEmail('visit-moved', locale, sample)
    expect(text).not.toMatch(/原因|Reason/)
  }
})

test('a message keeps its lines and paragraphs', async () => {
  const body = 'first\r\nsecond\n\n\nthird\u2028fourth\rfifth'
  const sample = { ...samples.en['message-to-customer'], body }
  const { html, text } = await renderEmail('message-to-customer', 'en', sample)
  expect(text).toContain('\nfirst\nsecond\n\nthird\nfourth\nfifth\n')
  expect(html).toMatch(/>first<br\/>second<\/p><p[^>]*>third<br\/>fourth<br\/>fifth<\/p>/)
})
