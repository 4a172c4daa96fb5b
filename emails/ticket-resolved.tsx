import { customerFooter, type Email } from './email.ts'
import { Paragraph, Quote, TrackAction } from './parts.tsx'

export const ticketResolved: Email<'ticket-resolved'> = {
  subject: ({ words, params }) => words['ticket-resolved'].subject(params),
  preview: ({ words }) => words['ticket-resolved'].preview,
  heading: ({ words }) => words['ticket-resolved'].heading,
  footer: customerFooter,
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['ticket-resolved'].intro(params)}</Paragraph>
      <Quote>{params.solution}</Quote>
      <Paragraph>{words['ticket-resolved'].stillWrong(params.company)}</Paragraph>
      <TrackAction words={words} url={params.trackUrl}>
        {words['ticket-resolved'].button}
      </TrackAction>
    </>
  ),
}
