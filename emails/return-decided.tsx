import { customerFooter, type Email } from './email.ts'
import { Facts, Paragraph, Quote, TrackAction } from './parts.tsx'

export const returnDecided: Email<'return-decided'> = {
  subject: ({ words, params }) => words['return-decided'].subject(params),
  preview: ({ words, params }) => words['return-decided'].preview(params),
  heading: ({ words }) => words['return-decided'].heading,
  footer: customerFooter,
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['return-decided'].intro(params)}</Paragraph>
      <Quote>{params.body}</Quote>
      <Paragraph>{words['return-decided'].next}</Paragraph>
      <Paragraph>{words['return-decided'].disagree(params.company)}</Paragraph>
      <Facts
        words={words}
        rows={[
          [words['return-decided'].caseNumber, params.caseNumber],
          [words.common.number, params.number],
        ]}
      />
      <TrackAction words={words} url={params.trackUrl}>
        {words['return-decided'].button}
      </TrackAction>
    </>
  ),
}
