import type { Email } from './email.ts'
import { Action, Facts, Paragraph, Quote, Subheading } from './parts.tsx'

export const visitSigned: Email<'visit-signed'> = {
  subject: ({ words, params }) => words['visit-signed'].subject(params),
  preview: ({ words, params }) => words['visit-signed'].preview(params),
  heading: ({ words }) => words['visit-signed'].heading,
  footer: ({ words, params: { company } }) => [
    words['staff-invitation'].whyColleague({ company: company.name }),
  ],
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['visit-signed'].intro(params)}</Paragraph>
      <Facts
        words={words}
        rows={[
          [words['visit-signed'].customer, params.customer],
          [words.common.product, params.product],
          [words['visit-signed'].service, params.service],
          [words['visit-signed'].outcome, params.outcome],
          [words['visit-signed'].crew, params.crew],
          [words['visit-signed'].signed, `${params.signer} · ${params.signedAt}`],
          [words.common.number, params.number],
        ]}
      />
      <Subheading>{words['visit-signed'].workDone}</Subheading>
      <Quote>{params.workDone}</Quote>
      <Action words={words} url={params.url}>
        {words['visit-signed'].button}
      </Action>
    </>
  ),
}
