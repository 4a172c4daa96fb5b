import type { Email } from './email.ts'
import { Action, Facts, Paragraph, Quote, Subheading } from './parts.tsx'

export const faultRaised: Email<'fault-raised'> = {
  subject: ({ words, params }) => words['fault-raised'].subject(params),
  preview: ({ words, params }) => words['fault-raised'].preview(params),
  heading: ({ words }) => words['fault-raised'].heading,
  footer: ({ words, params: { company } }) => [
    words['staff-invitation'].whyColleague({ company: company.name }),
  ],
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['fault-raised'].intro(params)}</Paragraph>
      <Subheading>{words['fault-raised'].what}</Subheading>
      <Quote>{params.what}</Quote>
      <Facts
        words={words}
        rows={[
          [words['fault-raised'].fault, params.fault],
          [words['fault-raised'].answerBy, params.answerBy],
          [words.common.number, params.number],
        ]}
      />
      <Action words={words} url={params.url}>
        {words['fault-raised'].button}
      </Action>
    </>
  ),
}
