import type { Email } from './email.ts'
import { Action, Facts, Paragraph } from './parts.tsx'

export const returnAppealed: Email<'return-appealed'> = {
  subject: ({ words, params }) => words['return-appealed'].subject(params),
  preview: ({ words, params }) => words['return-appealed'].preview(params),
  heading: ({ words }) => words['return-appealed'].heading,
  footer: ({ words, params: { company } }) => [
    words['staff-invitation'].whyColleague({ company: company.name }),
  ],
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['return-appealed'].intro(params)}</Paragraph>
      <Facts
        words={words}
        rows={[
          [words['return-appealed'].caseNumber, params.number],
          [words.common.product, params.product],
          [words['return-appealed'].said, params.said],
        ]}
      />
      <Action words={words} url={params.url}>
        {words['return-appealed'].button}
      </Action>
    </>
  ),
}
