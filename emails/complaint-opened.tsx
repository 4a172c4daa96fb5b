import type { Email } from './email.ts'
import { Action, Facts, Paragraph, Quote, Subheading } from './parts.tsx'

export const complaintOpened: Email<'complaint-opened'> = {
  subject: ({ words, params }) => words['complaint-opened'].subject(params),
  preview: ({ words, params }) => words['complaint-opened'].preview(params),
  heading: ({ words, params }) => words['complaint-opened'].heading(params),
  footer: ({ words, params: { company } }) => [
    words['staff-invitation'].whyColleague({ company: company.name }),
  ],
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['complaint-opened'].intro(params)}</Paragraph>
      <Subheading>{words['ticket-urgent'].wrong}</Subheading>
      <Quote>{params.description}</Quote>
      <Facts
        words={words}
        rows={[
          [words['visit-escalated'].customer, params.customer],
          [words.common.product, params.product],
          [words.common.number, params.number],
        ]}
      />
      <Action words={words} url={params.url}>
        {words['complaint-opened'].button}
      </Action>
    </>
  ),
}
