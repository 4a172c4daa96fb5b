import type { Email } from './email.ts'
import { Action, Facts, Paragraph } from './parts.tsx'

export const orderNotReady: Email<'order-not-ready'> = {
  subject: ({ words, params }) => wordsFor(words, params).subject(params),
  preview: ({ words, params }) => wordsFor(words, params).preview,
  heading: ({ words, params }) => wordsFor(words, params).heading,
  footer: ({ words, params: { company, customer } }) => [
    words.common.signature({ company: company.name }),
    words.common.hotline(company),
    customer === ''
      ? words['order-ready'].why({ company: company.name })
      : words['staff-invitation'].whyColleague({ company: company.name }),
  ],
  content: ({ words, params }) => (
    <>
      <Paragraph>{wordsFor(words, params).intro(params)}</Paragraph>
      <Facts
        words={words}
        rows={[
          [words['order-ready'].customer, params.customer],
          [words['order-ready'].number, params.number],
        ]}
      />
      <Action words={words} url={params.url}>
        {wordsFor(words, params).button}
      </Action>
    </>
  ),
}

type Told = Parameters<Email<'order-not-ready'>['subject']>[0]

const wordsFor = (words: Told['words'], { customer }: Told['params']) =>
  customer === '' ? words['order-not-ready'].toCustomer : words['order-not-ready'].toStore
