import type { Email } from './email.ts'
import { Action, Facts, Paragraph } from './parts.tsx'

export const orderReady: Email<'order-ready'> = {
  subject: ({ words, params }) => wordsFor(words, params).subject(params),
  preview: ({ words, params }) => wordsFor(words, params).preview(params),
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
          [words['order-ready'].goods, params.goods],
          [words['order-ready'].agreeBy, params.agreeBy],
        ]}
      />
      <Action words={words} url={params.url}>
        {wordsFor(words, params).button}
      </Action>
    </>
  ),
}

type Told = Parameters<Email<'order-ready'>['subject']>[0]

/** The customer is asked to pick a time, the store to see that they do. */
const wordsFor = (words: Told['words'], { customer, customerAsked }: Told['params']) => {
  const { toCustomer, toStore, toStoreAlone } = words['order-ready']
  if (customer === '') return toCustomer
  return customerAsked ? toStore : { ...toStore, ...toStoreAlone }
}
