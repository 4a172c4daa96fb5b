import type { Email } from './email.ts'
import { Action, Facts, Paragraph, Quote, Subheading } from './parts.tsx'

export const faultDecided: Email<'fault-decided'> = {
  subject: ({ words, params }) => words['fault-decided'].subject(params),
  preview: ({ words, params }) => words['fault-decided'].preview(params),
  heading: ({ words, params }) => words['fault-decided'].heading(params),
  footer: ({ words, params: { company } }) => [
    words['staff-invitation'].whyColleague({ company: company.name }),
  ],
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['fault-decided'].intro(params)}</Paragraph>
      <Subheading>{words['fault-decided'].why}</Subheading>
      <Quote>{params.why}</Quote>
      <Facts
        words={words}
        rows={[
          [words['fault-decided'].fault, params.fault],
          [words.common.number, params.number],
        ]}
      />
      <Action words={words} url={params.url}>
        {words['fault-decided'].button}
      </Action>
    </>
  ),
}
