import { customerFooter, type Email } from './email.ts'
import { Facts, Paragraph, Subheading, TrackAction, Written } from './parts.tsx'

export const ticketReceived: Email<'ticket-received'> = {
  subject: ({ words, params }) => words['ticket-received'].subject(params),
  preview: ({ words }) => words['ticket-received'].preview,
  heading: ({ words }) => words['ticket-received'].heading,
  footer: customerFooter,
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['ticket-received'].intro}</Paragraph>
      <Facts
        words={words}
        rows={[
          [words.common.number, params.number],
          [words.common.product, params.product],
          [words['ticket-received'].problem, params.description],
          [words.common.address, params.address],
        ]}
      />
      <Paragraph>{words['ticket-received'].wrong}</Paragraph>
      <Subheading>{words.common.next}</Subheading>
      <Written>{params.nextStep}</Written>
      <Paragraph>{words['ticket-received'].call(params.company)}</Paragraph>
      <TrackAction words={words} url={params.trackUrl}>
        {words.common.track}
      </TrackAction>
    </>
  ),
}
