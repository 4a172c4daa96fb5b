import type { Email } from './email.ts'
import { Action, Facts, Paragraph } from './parts.tsx'

export const returnToApprove: Email<'return-to-approve'> = {
  subject: ({ words, params }) => words['return-to-approve'].subject(params),
  preview: ({ words, params }) => words['return-to-approve'].preview(params),
  heading: ({ words }) => words['return-to-approve'].heading,
  footer: ({ words, params: { company } }) => [
    words['staff-invitation'].whyColleague({ company: company.name }),
  ],
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['return-to-approve'].intro(params)}</Paragraph>
      <Facts
        words={words}
        rows={[
          [words['return-to-approve'].caseNumber, params.number],
          [words.common.product, params.product],
          [words['return-to-approve'].remedy, params.remedy],
          [words['return-to-approve'].total, params.total],
        ]}
      />
      <Action words={words} url={params.url}>
        {words['return-to-approve'].button}
      </Action>
    </>
  ),
}
