import type { Email } from './email.ts'
import { Action, Facts, Paragraph, Quote } from './parts.tsx'

export const orderReturned: Email<'order-returned'> = {
  subject: ({ words, params }) => words['order-returned'].subject(params),
  preview: ({ words }) => words['order-returned'].preview,
  heading: ({ words }) => words['order-returned'].heading,
  footer: ({ words, params: { company } }) => [
    words['staff-invitation'].whyColleague({ company: company.name }),
  ],
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['order-returned'].intro(params)}</Paragraph>
      <Quote>{params.note}</Quote>
      <Facts
        words={words}
        rows={[
          [words['order-ready'].number, params.number],
          [words['order-ready'].customer, params.customer],
        ]}
      />
      <Action words={words} url={params.url}>
        {words['order-returned'].button}
      </Action>
    </>
  ),
}
