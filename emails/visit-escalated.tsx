import type { Email } from './email.ts'
import { Action, Facts, Paragraph, Quote, Subheading } from './parts.tsx'

export const visitEscalated: Email<'visit-escalated'> = {
  subject: ({ words, params }) => words['visit-escalated'].subject(params),
  preview: ({ words, params }) => words['visit-escalated'].preview(params),
  heading: ({ words }) => words['visit-escalated'].heading,
  footer: ({ words, params: { company } }) => [
    words['staff-invitation'].whyColleague({ company: company.name }),
  ],
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['visit-escalated'].intro(params)}</Paragraph>
      <Subheading>{words['visit-escalated'].found}</Subheading>
      <Quote>{params.found}</Quote>
      <Subheading>{words['visit-escalated'].needed}</Subheading>
      <Quote>{params.needed}</Quote>
      <Facts
        words={words}
        rows={[
          [words['visit-escalated'].customer, params.customer],
          [words.common.product, params.product],
          [words.common.number, params.number],
        ]}
      />
      <Action words={words} url={params.url}>
        {words['visit-escalated'].button}
      </Action>
    </>
  ),
}
