import type { Email } from './email.ts'
import { Action, Facts, Paragraph, Quote, Subheading } from './parts.tsx'

export const ticketUrgent: Email<'ticket-urgent'> = {
  subject: ({ words, params }) => words['ticket-urgent'].subject(params),
  preview: ({ words, params }) => words['ticket-urgent'].preview(params),
  heading: ({ words }) => words['ticket-urgent'].heading,
  footer: ({ words, params: { company } }) => [
    words['staff-invitation'].whyColleague({ company: company.name }),
  ],
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['ticket-urgent'].intro(params)}</Paragraph>
      <Subheading>{words['ticket-urgent'].wrong}</Subheading>
      <Quote>{params.description}</Quote>
      <Facts
        words={words}
        rows={[
          [words['visit-escalated'].customer, params.customer],
          [words['ticket-urgent'].address, params.address],
          [words.common.product, params.product],
          [words.common.number, params.number],
        ]}
      />
      <Action words={words} url={params.url}>
        {words['ticket-urgent'].button}
      </Action>
    </>
  ),
}
